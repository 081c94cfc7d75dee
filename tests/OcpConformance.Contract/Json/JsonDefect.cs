namespace OcpConformance.Contract.Json;

/// <summary>Why a sequence of bytes is not strict JSON.</summary>
public enum JsonDefect
{
    /// <summary>There is not a single byte beside white space.</summary>
    Empty,

    /// <summary>It is an HTML or XML document.</summary>
    Markup,

    /// <summary>It is not UTF-8, or starts with a byte order mark, or holds half of a surrogate pair.</summary>
    Encoding,

    /// <summary>It ends before the value is complete.</summary>
    Truncated,

    /// <summary>Something follows the value.</summary>
    TrailingText,

    /// <summary>An object has the same member twice.</summary>
    DuplicateMember,

    /// <summary>It is nested deeper than <see cref="StrictJson.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>It breaks the grammar of JSON in another way.</summary>
    Syntax,
}
