using System.Globalization;

namespace OcpConformance.Contract.Messages;

/// <summary>What fills a gap of a message: a text, a whole number, another message, or a list of these.</summary>
public sealed class Argument
{
    private Argument(object value) => Value = value;

    /// <summary>A <see cref="string"/>, a <see cref="long"/>, a <see cref="Message"/>, or a list of arguments.</summary>
    public object Value { get; }

    /// <summary>A text, which stays as it is in every language.</summary>
    public static implicit operator Argument(string text) => new(text);

    /// <summary>A whole number.</summary>
    public static implicit operator Argument(long number) => new(number);

    /// <summary>A message, which is said in the language of the one around it.</summary>
    public static implicit operator Argument(Message message) => new(message);

    /// <summary>Several texts.</summary>
    public static Argument List(IEnumerable<string> texts) => new(texts.Select(text => (Argument)text).ToArray());

    /// <summary>Several messages.</summary>
    public static Argument List(IEnumerable<Message> messages) => new(messages.Select(message => (Argument)message).ToArray());

    /// <summary>Several arguments.</summary>
    public static Argument List(IEnumerable<Argument> arguments) => new(arguments.ToArray());

    /// <summary>The argument in a language; the parts of a list stand behind each other.</summary>
    /// <param name="table">The language.</param>
    /// <param name="joint">What stands between the parts of a list.</param>
    internal string In(MessageTable table, string joint) => Value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        Message message => message.In(table),
        IReadOnlyList<Argument> list => string.Join(joint, list.Select(part => part.In(table, joint))),
        _ => throw new InvalidOperationException($"An argument holds no {Value.GetType()}."),
    };

    /// <summary>Whether a message stands in the argument.</summary>
    internal bool Tells(Message other) => Value switch
    {
        Message message => message.Tells(other),
        IReadOnlyList<Argument> list => list.Any(part => part.Tells(other)),
        _ => false,
    };

    /// <summary>Whether it begins with words of a template.</summary>
    internal bool BeginsWithWords(MessageTable table) => Value switch
    {
        Message message => table.BeginsWithWords(message),
        IReadOnlyList<Argument> { Count: > 0 } list => list[0].BeginsWithWords(table),
        _ => false,
    };

    /// <summary>The argument with every text in it changed.</summary>
    internal Argument Select(Func<string, string> change) => Value switch
    {
        string text => change(text) is var changed && changed == text ? this : changed,
        Message message => message.Select(change) is var changed && ReferenceEquals(changed, message) ? this : changed,
        IReadOnlyList<Argument> list => SelectIn(list, change),
        _ => this,
    };

    private Argument SelectIn(IReadOnlyList<Argument> list, Func<string, string> change)
    {
        var changed = list.Select(part => part.Select(change)).ToArray();
        return changed.SequenceEqual(list, ReferenceEqualityComparer.Instance) ? this : new Argument(changed);
    }
}
