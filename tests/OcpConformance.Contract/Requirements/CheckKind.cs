namespace OcpConformance.Contract.Requirements;

/// <summary>What sort of statement a requirement makes; each kind has a test class of its own.</summary>
public enum CheckKind
{
    /// <summary>There is a complete answer, in strict JSON, of the right media type.</summary>
    Answer,

    /// <summary>The envelope has its members, and they agree with each other and with HTTP.</summary>
    Envelope,

    /// <summary>Members have their documented types, formats, ranges and presence.</summary>
    FieldType,

    /// <summary>Members have one of their documented values.</summary>
    Enumeration,

    /// <summary>Members agree with each other and with the request.</summary>
    Semantics,

    /// <summary>A request that names what does not exist, or carries what is malformed, is rejected.</summary>
    Rejection,

    /// <summary>A request without valid credentials is rejected.</summary>
    Authentication,

    /// <summary>A target that limits requests says so as documented.</summary>
    Throttling,

    /// <summary>The pages of a list agree with each other.</summary>
    Paging,

    /// <summary>Texts are in the language that the request asks for.</summary>
    Language,

    /// <summary>An object is there from its creation to its deletion, and not after.</summary>
    Lifecycle,

    /// <summary>What is no request of a documented operation claims no success.</summary>
    Transport,
}
