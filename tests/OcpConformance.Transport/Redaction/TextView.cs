using System.Buffers;
using System.Text;

namespace OcpConformance.Transport.Redaction;

/// <summary>A text as it reads when an encoding is taken off, with the place of each character in the text as it is written.</summary>
internal sealed class TextView
{
    private readonly List<(int Start, int End)>? places;

    private TextView(string text, List<(int Start, int End)>? places)
    {
        Text = text;
        this.places = places;
    }

    /// <summary>The text without the encoding.</summary>
    public string Text { get; }

    /// <summary>The text as it is written.</summary>
    public static TextView Of(string text) => new(text, null);

    /// <summary>Where a part of the text stands as it is written.</summary>
    public (int Start, int End) Written(int start, int length) =>
        places is null ? (start, start + length) : (places[start].Start, places[start + length - 1].End);

    /// <summary>The text with one more encoding taken off; null where it has no trace of it.</summary>
    /// <param name="marks">The characters that escapes begin with.</param>
    /// <param name="read">Reads the escape at a place: its length and what it stands for; null where there is none.</param>
    public TextView? Without(SearchValues<char> marks, Func<string, int, (int Length, string Meaning)?> read)
    {
        StringBuilder? decoded = null;
        List<(int Start, int End)>? decodedPlaces = null;
        var copied = 0;
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            if (read(Text, at) is not { } escape)
            {
                at++;
                continue;
            }

            decoded ??= new StringBuilder(Text.Length);
            decodedPlaces ??= new List<(int Start, int End)>(Text.Length);
            Copy(at);
            decoded.Append(escape.Meaning);
            decodedPlaces.AddRange(Enumerable.Repeat(Written(at, escape.Length), escape.Meaning.Length));
            at += escape.Length;
            copied = at;
        }

        if (decoded is null)
        {
            return null;
        }

        Copy(Text.Length);
        return new TextView(decoded.ToString(), decodedPlaces);

        int Next(int from) => Text.AsSpan(from).IndexOfAny(marks) is >= 0 and var found ? from + found : -1;

        void Copy(int end)
        {
            decoded!.Append(Text, copied, end - copied);
            for (; copied < end; copied++)
            {
                decodedPlaces!.Add(Written(copied, 1));
            }
        }
    }
}
