using OcpConformance.Contract.Messages;

namespace OcpConformance.Report.Formats;

/// <summary>Names inside a sentence.</summary>
public static class NameList
{
    private const int Named = 3;

    /// <summary>The first of some names, and how many more there are.</summary>
    public static string First(IReadOnlyList<string> names) => Argument(names).Text;

    /// <summary>The same for a message.</summary>
    public static Message Argument(IReadOnlyList<string> names) => names.Count <= Named
        ? Message.Of("names", Contract.Messages.Argument.List(names))
        : Message.Of("and-more", Contract.Messages.Argument.List(names.Take(Named)), names.Count - Named);
}
