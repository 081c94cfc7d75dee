using System.Buffers;
using System.Text;
using System.Text.Json;
using OcpConformance.Contract.Json;

namespace OcpConformance.Report.Html;

/// <summary>Breaks JSON into lines, one value each, without changing how a value is written.</summary>
internal sealed class JsonLines
{
    private const int MaxDepth = 512;
    private const int IndentWidth = 2;

    private readonly List<BodyLine> lines = [];
    private readonly Stack<Container> open = [];
    private List<BodyPiece> pieces = [];
    private string pointer = string.Empty;

    private JsonLines() => Begin(string.Empty);

    /// <summary>The lines of a JSON text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It holds half of a surrogate pair.</exception>
    public static IReadOnlyList<BodyLine> Of(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = MaxDepth });
        var result = new JsonLines();
        while (reader.Read())
        {
            result.Take(ref reader);
        }

        return [.. result.lines];
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                NextItem(reader.GetString());
                pieces.Add(BodyText.Piece("name", Quoted(ref reader)));
                pieces.Add(new BodyPiece("mark", ": "));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                NextItemOfArray();
                pieces.Add(new BodyPiece("mark", reader.TokenType == JsonTokenType.StartObject ? "{" : "["));
                open.Push(new Container(pointer, reader.TokenType == JsonTokenType.StartArray));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (open.Pop().Count > 0)
                {
                    Begin(null);
                }

                pieces.Add(new BodyPiece("mark", reader.TokenType == JsonTokenType.EndObject ? "}" : "]"));
                break;
            default:
                NextItemOfArray();
                pieces.Add(BodyText.Piece(SortOf(reader.TokenType), reader.TokenType == JsonTokenType.String ? Quoted(ref reader) : Raw(ref reader)));
                break;
        }
    }

    private void NextItemOfArray()
    {
        if (open.TryPeek(out var container) && container.IsArray)
        {
            NextItem(null);
        }
    }

    private void NextItem(string? name)
    {
        var container = open.Peek();
        if (container.Count > 0)
        {
            pieces.Add(new BodyPiece("mark", ","));
        }

        Begin(name is null ? JsonPointer.Append(container.Pointer, container.Count) : JsonPointer.Append(container.Pointer, name));
        container.Count++;
    }

    private void Begin(string? at)
    {
        pieces = [];
        pointer = at ?? pointer;
        lines.Add(new BodyLine(lines.Count + 1, at, pieces) { Indent = new string(' ', IndentWidth * open.Count) });
    }

    private static string SortOf(JsonTokenType type) => type switch
    {
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        _ => "literal",
    };

    private static string Quoted(ref Utf8JsonReader reader) => $"\"{Raw(ref reader)}\"";

    private static string Raw(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private sealed class Container(string pointer, bool isArray)
    {
        public string Pointer { get; } = pointer;

        public bool IsArray { get; } = isArray;

        public int Count { get; set; }
    }
}
