namespace OcpConformance.Transport.Redaction;

/// <summary>The value of something whose name says that it is a secret.</summary>
/// <param name="Start">Where it begins in the text, behind the quotation mark.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Value">What it says.</param>
/// <param name="IsNumber">Whether it is a number of JSON, in whose place a number must stand.</param>
internal sealed record NamedValue(int Start, int End, string Value, bool IsNumber = false);
