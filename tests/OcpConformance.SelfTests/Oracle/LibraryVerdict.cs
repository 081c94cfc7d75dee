namespace OcpConformance.SelfTests.Oracle;

/// <summary>What NJsonSchema says of a whole answer.</summary>
internal enum LibraryVerdict
{
    /// <summary>It has no error.</summary>
    Accepts,

    /// <summary>It has errors.</summary>
    Rejects,

    /// <summary>It has errors, and all of them are that a value which is no object lacks members.</summary>
    MissesMembersOfNoObject,

    /// <summary>It throws.</summary>
    Throws,
}
