using OcpConformance.Contract.Rules;

namespace OcpConformance.Contract.Exchanges;

/// <summary>One header line; a header that occurs twice is two of these.</summary>
/// <param name="Name">Its name, as it was sent.</param>
/// <param name="Value">Its value.</param>
public sealed record Header(string Name, string Value)
{
    /// <summary>Name of the header that asks for media types.</summary>
    public const string Accept = "Accept";

    /// <summary>Name of the header that asks for a language.</summary>
    public const string AcceptLanguage = LanguageRule.Header;
}
