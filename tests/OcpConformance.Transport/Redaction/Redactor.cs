using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Transport.Redaction;

/// <summary>
/// Replaces secrets before anything is kept: as they are, percent-encoded, escaped for JSON, HTML or a shell, also twice;
/// in base64 of whatever holds them; and their beginning where a message was shortened in the middle of one.
/// Values of secret names are replaced too, whatever they are.
/// </summary>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mark = "[redacted]";

    /// <summary>What is shorter, and no password, is replaced in its own place only: it would occur in other text by chance.</summary>
    public const int LeastLength = 8;

    /// <summary>A secret that is shorter is replaced only where it is a whole value: elsewhere it would hide ordinary words.</summary>
    public const int LeastAnywhere = 4;

    private const string NumberMark = "0";

    private const char Ellipsis = '…';

    // What is short, like the value of a header, comes again and again; so many of them are remembered.
    private const int ShortLength = 200;
    private const int Remembered = 4096;

    // Of a text that was shortened, less than this tells nothing.
    private const int LeastBeginning = 3;

    private readonly List<string> secrets;
    private readonly List<Base64Fragment> fragments;
    private readonly SearchValues<string> marks;
    private readonly Escapes[] escapes;
    private readonly SecretNames names;
    private readonly NamedValues namedValues;
    private readonly ConcurrentDictionary<string, string> remembered = new(StringComparer.Ordinal);

    /// <summary>Makes a redactor.</summary>
    /// <param name="secrets">The secrets; empty ones are passed over.</param>
    /// <param name="names">Names whose values are secrets; null for those of <see cref="SecretHeaders"/> alone.</param>
    public Redactor(IEnumerable<string> secrets, SecretNames? names = null)
    {
        this.names = names ?? SecretNames.None;
        namedValues = new NamedValues(this.names);
        this.secrets = [.. secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal)];
        fragments = [.. this.secrets.Where(secret => secret.Length >= LeastAnywhere).SelectMany(Base64Fragment.Of)];
        marks = SearchValues.Create([.. this.secrets, .. fragments.Select(fragment => fragment.Text)], StringComparison.Ordinal);
        escapes =
        [
            // A plus is common, and means a blank only where a secret has one.
            this.secrets.Exists(secret => secret.Contains(' ', StringComparison.Ordinal)) ? Escapes.Form : Escapes.Percent,
            Escapes.Percent, Escapes.Json, Escapes.Html, Escapes.Shell, Escapes.Utf16,
            .. this.secrets.Exists(secret => !Ascii.IsValid(secret)) ? new[] { Escapes.Latin1 } : [],
        ];
    }

    /// <summary>A name of somebody, where it is long enough to be told from other text; nothing otherwise.</summary>
    public static IEnumerable<string> WhereLong(string name) => name.Length >= LeastLength ? [name] : [];

    /// <summary>A text without secrets.</summary>
    public string Redact(string text)
    {
        if (remembered.TryGetValue(text, out var known))
        {
            return known;
        }

        var redacted = RedactKnown(RedactNamed(text));
        if (text.Length <= ShortLength && remembered.Count < Remembered)
        {
            remembered[text] = redacted;
        }

        return redacted;
    }

    /// <summary>Headers without secrets.</summary>
    public IReadOnlyList<Header> Redact(IEnumerable<Header> headers) =>
        [.. headers.Select(header => new Header(RedactKnown(header.Name), SecretHeaders.Contains(names, header.Name) ? Mark : Redact(header.Value)))];

    /// <summary>What a finding at a place says of the value there.</summary>
    /// <param name="place">A JSON pointer.</param>
    /// <param name="actual">What is there.</param>
    public Message Redact(string place, Message actual) => names.IsPlace(place) ? Message.Of("kept-secret", Mark) : actual.Select(Redact);

    private string RedactNamed(string text)
    {
        var values = namedValues.In(text);
        if (values.Count == 0)
        {
            return text;
        }

        var redacted = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var value in values.Where(value => value.End > value.Start))
        {
            redacted.Append(text, kept, value.Start - kept).Append(value.IsNumber ? NumberMark : Mark);
            kept = value.End;
        }

        return redacted.Append(text, kept, text.Length - kept).ToString();
    }

    private string RedactKnown(string text)
    {
        if (secrets.Count == 0)
        {
            return text;
        }

        var found = Views(text).SelectMany(Find).Order().ToList();
        if (found.Count == 0)
        {
            return text;
        }

        var redacted = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var (start, end) in found)
        {
            if (start >= kept)
            {
                redacted.Append(text, kept, start - kept).Append(Mark);
            }

            kept = Math.Max(kept, end);
        }

        return redacted.Append(text, kept, text.Length - kept).ToString();
    }

    // Every encoding comes alone and twice, and every other one inside JSON.
    private IEnumerable<TextView> Views(string text)
    {
        var written = TextView.Of(text);
        yield return written;
        foreach (var outer in escapes.Distinct())
        {
            if (outer.Off(written) is not { } once)
            {
                continue;
            }

            yield return once;
            foreach (var inner in outer == Escapes.Json ? escapes : [outer])
            {
                if (inner.Off(once) is { } twice)
                {
                    yield return twice;
                }
            }
        }
    }

    private IEnumerable<(int Start, int End)> Find(TextView view)
    {
        var text = view.Text;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            foreach (var secret in secrets.Where(secret => string.CompareOrdinal(text, at, secret, 0, secret.Length) == 0 && (secret.Length >= LeastAnywhere || IsWhole(text, at, at + secret.Length))))
            {
                yield return view.Written(at, secret.Length);
            }

            foreach (var (start, length) in fragments.Select(fragment => fragment.At(text, at)).OfType<(int Start, int Length)>())
            {
                yield return view.Written(start, length);
            }
        }

        for (var end = text.IndexOf(Ellipsis, StringComparison.Ordinal); end >= 0; end = text.IndexOf(Ellipsis, end + 1))
        {
            foreach (var length in secrets.Select(secret => Beginning(secret, text.AsSpan(0, end))).Where(length => length > 0))
            {
                yield return view.Written(end - length, length);
            }
        }

        int Next(int from) => from < text.Length && text.AsSpan(from).IndexOfAny(marks) is >= 0 and var hit ? from + hit : -1;
    }

    // Alone in a text, between quotes of one kind, or behind the sign that gives a parameter its value.
    private static bool IsWhole(string text, int start, int end)
    {
        var before = start == 0 ? (char?)null : text[start - 1];
        var behind = end == text.Length ? (char?)null : text[end];
        return before switch
        {
            null => behind is null,
            '"' or '\'' => behind == before,
            '=' => behind is null or '&' or ';' or ' ' or '"' or '\'',
            _ => false,
        };
    }

    // How many characters of a secret stand at the end of a text; 0 where it is none, or too few to matter.
    private static int Beginning(string secret, ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(secret.Length - 1, text.Length); length >= LeastBeginning; length--)
        {
            if (text.EndsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }
}
