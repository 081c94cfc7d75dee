using System.Text.RegularExpressions;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Exchanges;
using OcpConformance.Contract.Json;

namespace OcpConformance.Engine.Targets;

/// <summary>Reads the version that a target reports about itself.</summary>
internal static partial class ReportedVersion
{
    /// <summary>The version in an answer; null where it holds none.</summary>
    public static Version? In(ContractCatalog contract, ExchangeAnswer? answer) =>
        contract.VersionPointer is { } pointer
        && answer is { Status: 200 }
        && StrictJson.Read(answer.Body).Value is { } body
        && JsonPointer.Find(body, pointer) is { } version
        && ThreeNumbers().Match(version.ToString()) is { Success: true } match
            ? Version.Parse(match.Value)
            : null;

    [GeneratedRegex(@"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")]
    private static partial Regex ThreeNumbers();
}
