using OcpConformance.Contract.Catalog;

namespace OcpConformance.Engine.Planning;

/// <summary>Values that no object has.</summary>
internal static class UnknownValues
{
    private const string Number = "2147483646";

    /// <summary>A value of the right type that names no object.</summary>
    public static string Of(Parameter parameter) => parameter.Type == "integer" ? Number : $"no-such-{parameter.Name}";
}
