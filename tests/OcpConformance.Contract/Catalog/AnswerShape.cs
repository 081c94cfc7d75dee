namespace OcpConformance.Contract.Catalog;

/// <summary>The form of a successful answer.</summary>
public enum AnswerShape
{
    /// <summary><c>data</c> is one object.</summary>
    Object,

    /// <summary><c>data</c> is <c>{contents: [...]}</c>.</summary>
    List,

    /// <summary><c>data</c> is <c>{contents: [...], page: {...}}</c>.</summary>
    Page,

    /// <summary>The envelope comes without <c>data</c>.</summary>
    None,

    /// <summary>There is no envelope: text, plain JSON or HTML.</summary>
    Bare,
}
