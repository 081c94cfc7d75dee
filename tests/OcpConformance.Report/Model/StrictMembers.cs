using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OcpConformance.Contract.Json;
using OcpConformance.Contract.Judging;
using OcpConformance.Contract.Requirements;

namespace OcpConformance.Report.Model;

/// <summary>Makes the serializer as strict as the types are: nothing unknown, nothing missing, nothing null.</summary>
internal static class StrictMembers
{
    /// <summary>The strict form of a type.</summary>
    public static JsonTypeInfo<T> Of<T>(IJsonTypeInfoResolver types) => (JsonTypeInfo<T>)new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = types.WithAddedModifier(RequireWhatIsNeverNull),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new WordConverter<ConclusionKind>(), new WordConverter<VerdictKind>(), new WordConverter<Level>(), new WordConverter<CheckKind>() },
    }.GetTypeInfo(typeof(T));

    /// <summary>The place of the first null; null where there is none. Files of this suite leave a member out instead.</summary>
    public static string? NullIn(JsonElement value, string place = "") => value.ValueKind switch
    {
        JsonValueKind.Null => place,
        JsonValueKind.Object => value.EnumerateObject().Select(member => NullIn(member.Value, JsonPointer.Append(place, member.Name))).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, index) => NullIn(item, JsonPointer.Append(place, index))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // What a constructor takes is optional for the serializer; here it is required, unless it may be null.
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: false }))
        {
            property.IsRequired = true;
        }
    }
}
