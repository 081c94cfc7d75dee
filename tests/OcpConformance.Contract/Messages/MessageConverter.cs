using System.Text.Json;
using System.Text.Json.Serialization;

namespace OcpConformance.Contract.Messages;

/// <summary>
/// A message in a file: <c>text</c> in English, beside it <c>code</c> and <c>arguments</c>. What an argument holds is written
/// alike, but without the text that follows from its code. A plain string is read as a text without a code.
/// </summary>
public sealed class MessageConverter : JsonConverter<Message>
{
    private const string TextName = "text";
    private const string CodeName = "code";
    private const string ArgumentsName = "arguments";

    /// <summary>A message from a file.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Message Read(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Message.Verbatim(value.GetString()!)
        : Read(value, isPart: false);

    /// <inheritdoc />
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return Read(value.RootElement, isPart: false);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes a message.</summary>
    public static void Write(Utf8JsonWriter writer, Message message) => Write(writer, message, message.Text);

    private static void Write(Utf8JsonWriter writer, Message message, string? text)
    {
        writer.WriteStartObject();
        if (text is not null)
        {
            writer.WriteString(TextName, text);
        }

        if (message.Code is { } code)
        {
            writer.WriteString(CodeName, code);
        }

        if (message.Arguments.Count > 0)
        {
            writer.WritePropertyName(ArgumentsName);
            WriteList(writer, message.Arguments);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<Argument> arguments)
    {
        writer.WriteStartArray();
        foreach (var argument in arguments)
        {
            switch (argument.Value)
            {
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case Message message:
                    Write(writer, message, message.Given);
                    break;
                case IReadOnlyList<Argument> list:
                    WriteList(writer, list);
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static Message Read(JsonElement value, bool isPart)
    {
        if (value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().Any(member => member.Name is not (TextName or CodeName or ArgumentsName)))
        {
            throw new JsonException("A message has a text, a code and arguments.");
        }

        var (text, code) = (TextIn(value, TextName), TextIn(value, CodeName));
        return text is null && (!isPart || code is null)
            ? throw new JsonException("The text of a message is missing.")
            : Message.Read(code, value.TryGetProperty(ArgumentsName, out var arguments) ? ReadList(arguments) : [], text);
    }

    private static string? TextIn(JsonElement value, string name) =>
        !value.TryGetProperty(name, out var text) ? null
        : text.ValueKind == JsonValueKind.String ? text.GetString()
        : throw new JsonException($"The {name} of a message is a string.");

    private static Argument[] ReadList(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(Part)]
        : throw new JsonException("The arguments of a message are a list.");

    private static Argument Part(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Array => Argument.List(ReadList(value)),
        _ => Read(value, isPart: true),
    };
}
