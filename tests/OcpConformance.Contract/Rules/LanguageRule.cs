using System.Text.Json;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Messages;

namespace OcpConformance.Contract.Rules;

/// <summary>Texts are in the language that the request asks for.</summary>
/// <param name="places">The texts.</param>
internal sealed class LanguageRule(IReadOnlyList<string> places) : RuleCheck
{
    /// <summary>Name of the header that asks for a language.</summary>
    public const string Header = "Accept-Language";

    public override IReadOnlyList<string> Places => places;

    public override RuleOutcome Decide(JsonElement body, IReadOnlyDictionary<string, string> parameters)
    {
        if (!parameters.TryGetValue(Header, out var language))
        {
            return RuleOutcome.NotAsked(Header);
        }

        var told = places.SelectMany(place => PlaceFinder.Find(body, place))
            .Where(found => found.Value.ValueKind == JsonValueKind.String)
            .Select(found => (found.Pointer, found.Value, Fits: TextLanguage.IsIn(found.Value.GetString()!, language)))
            .Where(text => text.Fits is not null)
            .ToList();
        return told.Count == 0
            ? RuleOutcome.Absent(places)
            : RuleOutcome.Of(told.Where(text => text.Fits == false).Select(text => (text.Pointer, Message.Of("other-language", Excerpt.Of(text.Value), language))));
    }
}
