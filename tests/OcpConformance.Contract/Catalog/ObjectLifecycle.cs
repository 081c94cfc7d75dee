namespace OcpConformance.Contract.Catalog;

/// <summary>The operations that make, show and remove objects of one kind.</summary>
public sealed record ObjectLifecycle
{
    /// <summary>The kind, like <c>region</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the operation that makes an object.</summary>
    public required string Create { get; init; }

    /// <summary>Id of the operation that shows it; null where only the list does.</summary>
    public string? Read { get; init; }

    /// <summary>Id of the operation that lists it; null where none does.</summary>
    public string? List { get; init; }

    /// <summary>Id of the operation that removes it.</summary>
    public required string Delete { get; init; }

    /// <summary>Path parameter of <see cref="Read"/> and <see cref="Delete"/> that names the object; null where the parameters of <see cref="Create"/> do.</summary>
    public string? Parameter { get; init; }

    /// <summary>JSON pointer of the value of that parameter in the object; null where there is no such parameter.</summary>
    public string? Member { get; init; }

    /// <summary>JSON pointer of it in the answer to the creation; null where only the list shows it.</summary>
    public string? Answer { get; init; }

    /// <summary>JSON pointer of the name in the body of the creation; null where the object has no name.</summary>
    public string? NameInBody { get; init; }

    /// <summary>JSON pointer of the name in the object; null where it has none.</summary>
    public string? NameInObject { get; init; }

    /// <summary>What the body of the creation refers to, and a live target must have: by JSON pointer into the body, the name of the resource.</summary>
    public required IReadOnlyDictionary<string, string> Resources { get; init; }

    /// <summary>What else the object has from the body of the creation: by JSON pointer into the body, the one into the object.</summary>
    public required IReadOnlyDictionary<string, string> Copies { get; init; }

    /// <summary>The ids of its operations.</summary>
    public IEnumerable<string> Operations => new[] { Create, Read, List, Delete }.OfType<string>();
}
