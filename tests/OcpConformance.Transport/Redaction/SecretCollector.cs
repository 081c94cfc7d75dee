using System.Text;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;

namespace OcpConformance.Transport.Redaction;

/// <summary>
/// Collects what exchanges carry as secrets: proofs of who calls, cookies, and values of secret names, so that they are replaced
/// wherever else they occur. Not for several threads at once.
/// </summary>
/// <param name="names">Names whose values are secrets.</param>
/// <param name="isPublic">Whether a text is a word of the contract, which must stay readable.</param>
public sealed class SecretCollector(SecretNames names, Func<string, bool> isPublic)
{
    /// <summary>How many values are kept; later ones are replaced in their own place only.</summary>
    public const int MostValues = 4096;

    private readonly NamedValues namedValues = new(names);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    /// <summary>The values, in the order in which they came.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>Collects a value, where it is long enough to be told from other text.</summary>
    public void Add(string value)
    {
        if (value.Length >= Redactor.LeastLength && values.Count < MostValues && seen.Add(value) && !isPublic(value))
        {
            values.Add(value);
        }
    }

    /// <summary>Collects from a request.</summary>
    public void Add(ExchangeRequest request)
    {
        AddNamed(Uri.UnescapeDataString(request.Url.Query));
        AddHeaders(request.Headers);
        AddBody(request.Body ?? default);
    }

    /// <summary>Collects from an answer.</summary>
    public void Add(ExchangeAnswer answer)
    {
        AddHeaders(answer.Headers);
        AddBody(answer.Body);
    }

    private void AddHeaders(IEnumerable<Header> headers)
    {
        foreach (var header in headers)
        {
            if (!SecretHeaders.Contains(names, header.Name))
            {
                AddNamed(header.Value);
            }
            else if (header.Name.Equals(SecretHeaders.SetCookie, StringComparison.OrdinalIgnoreCase))
            {
                AddCookie(header.Value.Split(';')[0]);
            }
            else if (header.Name.Equals(SecretHeaders.Cookie, StringComparison.OrdinalIgnoreCase))
            {
                Array.ForEach(header.Value.Split(';'), AddCookie);
            }
            else
            {
                AddProof(header.Value);
            }
        }
    }

    private void AddCookie(string cookie) => Add(cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"'));

    // Behind the scheme comes the proof; behind the id of an access key, its signature.
    private void AddProof(string value)
    {
        var proof = value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (!proof.Contains('%', StringComparison.Ordinal))
        {
            Add(proof);
            Add(proof[(proof.LastIndexOf(':') + 1)..]);
        }
    }

    private void AddBody(ReadOnlyMemory<byte> body) => AddNamed(Encoding.UTF8.GetString(body.Span));

    private void AddNamed(string text)
    {
        foreach (var value in namedValues.In(text))
        {
            Add(value.Value);
        }
    }
}
