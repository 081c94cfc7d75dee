using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OcpConformance.Report.Bundle;

/// <summary>Signs and verifies by DSSE 1.0 (Dead Simple Signing Envelope) with ECDSA on P-256 and SHA-256.</summary>
public static class Dsse
{
    /// <summary>What is signed: type and body with their lengths, so that neither can be taken for a part of the other.</summary>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    /// <summary>Signs a payload.</summary>
    /// <param name="payloadType">Its media type.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="key">A private key.</param>
    public static DsseEnvelope Sign(string payloadType, ReadOnlySpan<byte> payload, BundleKey key) => new(
        Convert.ToBase64String(payload),
        payloadType,
        [new DsseSignature(key.KeyId, Convert.ToBase64String(key.Sign(PreAuthenticationEncoding(payloadType, payload))))]);

    /// <summary>The signatures of an envelope that a key made.</summary>
    public static IEnumerable<DsseSignature> SignedBy(DsseEnvelope envelope, BundleKey key)
    {
        if (Decode(envelope.Payload) is not { } payload)
        {
            return [];
        }

        var encoded = PreAuthenticationEncoding(envelope.PayloadType, payload);
        return envelope.Signatures.Where(signature => Decode(signature.Sig) is { } bytes && key.Verifies(encoded, bytes));
    }

    /// <summary>The bytes behind base64, standard or for URLs; null where it is none, or not the one way to write these bytes.</summary>
    public static byte[]? Decode(string base64)
    {
        var standard = base64.Replace('-', '+').Replace('_', '/');
        try
        {
            var bytes = Convert.FromBase64String(standard);
            return Convert.ToBase64String(bytes) == standard ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>A signed payload.</summary>
/// <param name="Payload">The payload in base64.</param>
/// <param name="PayloadType">Its media type.</param>
/// <param name="Signatures">Its signatures.</param>
public sealed record DsseEnvelope(string Payload, string PayloadType, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>The envelope as UTF-8, on one line.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, BundleJson.Compact.DsseEnvelope);
}

/// <summary>A signature.</summary>
/// <param name="Keyid">Names the key, for whoever looks for it; no proof. Null where nothing does.</param>
/// <param name="Sig">The signature in base64.</param>
public sealed record DsseSignature(string? Keyid, string Sig);
