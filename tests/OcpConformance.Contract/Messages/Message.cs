using System.Text.Json.Serialization;

namespace OcpConformance.Contract.Messages;

/// <summary>
/// A statement that is told to people: a code that stays, and what fills the gaps of its template. Every language is a table of
/// templates by code. Whoever decides by a statement reads its code and its arguments, never its text.
/// </summary>
[JsonConverter(typeof(MessageConverter))]
public sealed class Message : IEquatable<Message>
{
    private string? rendered;

    private Message(string? code, IReadOnlyList<Argument> arguments, string? given)
    {
        Code = code;
        Arguments = arguments;
        Given = given;
    }

    /// <summary>Its code, like <c>no-data</c>; null for a text of somebody else, which is not said in other words.</summary>
    public string? Code { get; }

    /// <summary>What fills the gaps, in order.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>The message in English.</summary>
    public string Text => Given ?? (rendered ??= MessageTable.English.Fits(this) ? MessageTable.English.Fill(this) : Code!);

    /// <summary>English words of its own; null where it has those of its template.</summary>
    internal string? Given { get; }

    /// <summary>Makes a message.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="arguments">One argument for each gap of its template.</param>
    /// <exception cref="ArgumentException">There is no such code, or its template has another number of gaps.</exception>
    public static Message Of(string code, params Argument[] arguments) => new Message(code, arguments, null) is var message && MessageTable.English.Fits(message)
        ? message
        : throw new ArgumentException($"No message '{code}' has {arguments.Length} arguments.", nameof(code));

    /// <summary>A text of somebody else: of an exception, or of a file that has no codes.</summary>
    public static Message Verbatim(string text) => new(null, [], text);

    /// <summary>The message as a file holds it, with the English that stands there. Only a later version may know its code.</summary>
    internal static Message Read(string? code, IReadOnlyList<Argument> arguments, string? text) => new(code, arguments, text);

    /// <summary>A sentence: statements with a full stop at the end.</summary>
    public static Message Sentence(params IEnumerable<Message> statements) => Of("sentence", Argument.List(statements));

    /// <summary>Sentences one after the other.</summary>
    public static Message Sentences(IReadOnlyList<Message> sentences) =>
        sentences.Count == 1 ? sentences[0] : Of("sentences", Argument.List(sentences));

    /// <summary>The same message, for which the documentation or the contract has English words of its own.</summary>
    public Message Worded(string english) => new(Code, Arguments, english);

    /// <summary>The message in a language; in English where the language does not have its code.</summary>
    public string In(MessageTable table) =>
        table != MessageTable.English && table.Fits(this) ? table.Fill(this) : Text;

    /// <summary>The message with every text in it changed, as by what replaces secrets; the same where nothing changes.</summary>
    public Message Select(Func<string, string> change)
    {
        var changed = Arguments.Select(argument => argument.Select(change)).ToArray();
        var given = Given is null ? null : change(Given);
        return given == Given && changed.SequenceEqual(Arguments, ReferenceEqualityComparer.Instance)
            ? this
            : new Message(Code, changed, given);
    }

    /// <summary>Whether this is another message, or tells it in one of its arguments.</summary>
    public bool Tells(Message other) => Equals(other) || Arguments.Any(argument => argument.Tells(other));

    /// <inheritdoc />
    public bool Equals(Message? other) => other is not null && (ReferenceEquals(this, other) || (Code == other.Code && Text == other.Text));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The message in English.</summary>
    public override string ToString() => Text;
}
