using System.Text;
using System.Text.Json.Nodes;
using OcpConformance.Contract.Json;
using OcpConformance.MockOcp.Messages;

namespace OcpConformance.MockOcp.Faults;

/// <summary>Makes a right answer wrong in the way of a fault.</summary>
internal static class Distortion
{
    /// <summary>Changes the JSON of an answer.</summary>
    public static void Edit(JsonNode body, Fault fault)
    {
        foreach (var (pointer, value) in fault.Set)
        {
            JsonEdit.Set(body, pointer, value?.DeepClone());
        }

        foreach (var pointer in fault.Remove)
        {
            JsonEdit.Remove(body, pointer);
        }
    }

    /// <summary>The answer with status, headers and bytes as the fault has them.</summary>
    public static Reply Distort(Reply reply, Fault fault)
    {
        var body = fault.Body ?? reply.Body;
        body = [.. Encoding.UTF8.GetBytes(fault.Prepend), .. body[..Math.Max(0, body.Length - fault.DropLastBytes)], .. Encoding.UTF8.GetBytes(fault.Append)];
        var headers = new Dictionary<string, string>(reply.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fault.Headers)
        {
            if (value.Length == 0)
            {
                headers.Remove(name);
            }
            else
            {
                headers[name] = value;
            }
        }

        return new Reply(fault.Status ?? reply.Status, headers, body, reply.Compressible, fault.Abort);
    }
}
