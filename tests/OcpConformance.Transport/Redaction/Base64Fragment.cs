using System.Text;

namespace OcpConformance.Transport.Redaction;

/// <summary>
/// What base64 of any text that holds a secret has in it: characters that the secret alone decides, and one on either side
/// that it decides in part.
/// </summary>
/// <param name="Text">The characters that the secret alone decides.</param>
/// <param name="Before">The bits that the secret decides of the character before, and what they are; no bits where it decides none.</param>
/// <param name="Behind">The same of the character behind.</param>
internal sealed record Base64Fragment(string Text, (int Known, int Value) Before, (int Known, int Value) Behind)
{
    // Base64 of fewer bytes is too short to be told from other text.
    private const int LeastBytes = 3;

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string UrlDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>The fragments of a secret: wherever it begins in a group of three bytes, in both alphabets; none for a very short one.</summary>
    public static IEnumerable<Base64Fragment> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return bytes.Length < LeastBytes ? [] :
            Enumerable.Range(0, 3).SelectMany(offset => new[] { Make(bytes, offset, Digits), Make(bytes, offset, UrlDigits) }).Distinct();
    }

    /// <summary>The part of a text that tells of the secret, where this fragment stands at a place; null where it does not.</summary>
    public (int Start, int Length)? At(string text, int at)
    {
        var (start, end) = (at, at + Text.Length);
        if (string.CompareOrdinal(text, at, Text, 0, Text.Length) != 0)
        {
            return null;
        }

        if (Before.Known != 0 && !Agrees(text, --start, Before))
        {
            return null;
        }

        return Behind.Known == 0 ? (start, end - start)
            : Agrees(text, end, Behind) ? (start, end + 1 - start)
            : null;
    }

    private static Base64Fragment Make(byte[] bytes, int offset, string digits)
    {
        var (start, end) = (offset * 8, (offset + bytes.Length) * 8);
        var text = new StringBuilder();
        (int Known, int Value) before = default;
        (int Known, int Value) behind = default;
        for (var digit = start / 6; digit * 6 < end; digit++)
        {
            var (known, value) = (0, 0);
            for (var bit = digit * 6; bit < (digit + 1) * 6; bit++)
            {
                var inside = bit >= start && bit < end;
                known = (known << 1) | (inside ? 1 : 0);
                value = (value << 1) | (inside ? (bytes[(bit - start) / 8] >> (7 - ((bit - start) % 8))) & 1 : 0);
            }

            switch (known)
            {
                case 0x3F:
                    text.Append(digits[value]);
                    break;
                case var _ when text.Length == 0:
                    before = (known, value);
                    break;
                default:
                    behind = (known, value);
                    break;
            }
        }

        return new Base64Fragment(text.ToString(), before, behind);
    }

    private static bool Agrees(string text, int at, (int Known, int Value) bits)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        var value = Digits.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var usual ? usual : UrlDigits.IndexOf(text[at], StringComparison.Ordinal);
        return value >= 0 && (value & bits.Known) == bits.Value;
    }
}
