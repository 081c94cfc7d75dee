using System.Text.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Json;

/// <summary>Finds the member that an object has twice, because the reader of .NET does not say where it stands.</summary>
internal static class DuplicateMember
{
    /// <summary>The first such member of a text that is JSON but for that, in words, with its place.</summary>
    public static Message Describe(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString() is { } name && !open.Peek().Add(name):
                    return Found(name, json[..(int)reader.TokenStartIndex]);
            }
        }

        return Message.Of("json-duplicate-somewhere");
    }

    private static Message Found(string name, ReadOnlySpan<byte> before) => Message.Of(
        "json-duplicate", JsonEncodedText.Encode(name).ToString(), before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
}
