namespace OcpConformance.Contract.Exchanges;

/// <summary>The sorts of ways to call an operation.</summary>
public enum ScenarioKind
{
    /// <summary>A valid request with valid credentials.</summary>
    Nominal,

    /// <summary>A valid request that is signed with an access key, in a run whose other requests carry a password.</summary>
    Signed,

    /// <summary>A valid request that carries a password, in a run whose other requests are signed.</summary>
    WithPassword,

    /// <summary>A valid request for one page of a list, small enough that there are others.</summary>
    Page,

    /// <summary>A request for a page far behind the last one: empty.</summary>
    PageBehindLast,

    /// <summary>A valid request that asks for texts in a language.</summary>
    Language,

    /// <summary>A valid request without credentials.</summary>
    WithoutCredentials,

    /// <summary>A valid request with credentials that are wrong in some way.</summary>
    WrongCredentials,

    /// <summary>A path parameter names something that does not exist.</summary>
    UnknownValue,

    /// <summary>The same, with the message asked for in a language.</summary>
    LanguageOfError,

    /// <summary>A parameter has a value of the wrong type.</summary>
    MalformedValue,

    /// <summary>A required query parameter is missing.</summary>
    MissingParameter,

    /// <summary>A query parameter has a value that is not among the documented ones.</summary>
    ForeignValue,

    /// <summary>A query parameter has a value outside its documented range.</summary>
    OutOfRange,

    /// <summary>A list is to be sorted by a member that it does not have.</summary>
    UnknownSort,

    /// <summary>The body is no JSON.</summary>
    MalformedBody,

    /// <summary>The body is JSON of another type than the documented one.</summary>
    WrongBodyType,

    /// <summary>A required member of the body is missing.</summary>
    MissingMember,

    /// <summary>The body is sent under a media type that is no JSON.</summary>
    WrongContentType,

    /// <summary>A request for a page larger than the documented maximum: cut down or rejected.</summary>
    OversizedPage,

    /// <summary>A step in the life of an object that the run itself creates and deletes.</summary>
    Lifecycle,

    /// <summary>A request beside the documented ones, to see what the target makes of it.</summary>
    Observed,
}
