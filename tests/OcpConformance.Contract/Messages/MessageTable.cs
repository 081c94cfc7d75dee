using System.Text.Json;

namespace OcpConformance.Contract.Messages;

/// <summary>The templates of all messages in one language.</summary>
public sealed class MessageTable
{
    private static readonly Lazy<MessageTable> LoadedEnglish = new(() => new MessageTable("en"));
    private static readonly Lazy<MessageTable> LoadedChinese = new(() => new MessageTable("zh-CN"));

    private readonly Dictionary<string, Template> templates;
    private readonly Dictionary<string, string> joints;

    private MessageTable(string language)
    {
        Language = language;
        using var stream = typeof(MessageTable).Assembly.GetManifestResourceStream($"messages.{language}.json")!;
        using var file = JsonDocument.Parse(stream);
        joints = file.RootElement.GetProperty("joints").EnumerateObject()
            .ToDictionary(joint => joint.Name, joint => joint.Value.GetString()!, StringComparer.Ordinal);
        templates = file.RootElement.GetProperty("messages").EnumerateObject()
            .SelectMany(group => group.Value.EnumerateObject())
            .ToDictionary(template => template.Name, template => Template.Parse(template.Value.GetString()!), StringComparer.Ordinal);
    }

    /// <summary>English.</summary>
    public static MessageTable English => LoadedEnglish.Value;

    /// <summary>Simplified Chinese.</summary>
    public static MessageTable Chinese => LoadedChinese.Value;

    /// <summary>The language as HTML names it.</summary>
    public string Language { get; }

    /// <summary>All codes.</summary>
    public IReadOnlyCollection<string> Codes => templates.Keys;

    /// <summary>How many arguments a message of a code has.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public int Gaps(string code) => templates[code].Gaps;

    /// <summary>Whether the template of a code has words, and does not only put its arguments together.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public bool HasWords(string code) => templates[code].HasWords;

    /// <summary>Whether there is a template for a message, with as many gaps as the message has arguments.</summary>
    internal bool Fits(Message message) =>
        message.Code is { } code && templates.TryGetValue(code, out var template) && template.Gaps == message.Arguments.Count;

    /// <summary>What stands between the parts of a list.</summary>
    internal string Joint(string form) => joints.GetValueOrDefault(form, joints["list"]);

    /// <summary>Whether a message begins with words of its template.</summary>
    internal bool BeginsWithWords(Message message) => Fits(message) && templates[message.Code!].BeginsWithWords(message.Arguments, this);

    /// <summary>A message in this language.</summary>
    internal string Fill(Message message) => templates[message.Code!].Fill(message.Arguments, this);
}
