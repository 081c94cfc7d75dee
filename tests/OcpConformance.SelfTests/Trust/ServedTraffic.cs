using System.Diagnostics.Metrics;

namespace OcpConformance.SelfTests.Trust;

/// <summary>Counts what servers of this process are asked, by the instruments of ASP.NET Core; only one server must be up.</summary>
internal sealed class ServedTraffic : IDisposable
{
    private const string Requests = "http.server.request.duration";
    private const string Connections = "kestrel.active_connections";

    private readonly MeterListener listener = new();
    private int requests;
    private int connections;

    public ServedTraffic()
    {
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Name is Requests or Connections)
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref requests));
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref connections, (int)Math.Max(change, 0)));
        listener.Start();
    }

    /// <summary>Requests that were answered.</summary>
    public int AnsweredRequests => Volatile.Read(ref requests);

    /// <summary>Connections that were opened.</summary>
    public int OpenedConnections => Volatile.Read(ref connections);

    public void Dispose() => listener.Dispose();
}
