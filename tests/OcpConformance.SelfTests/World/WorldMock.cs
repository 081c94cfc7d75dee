using OcpConformance.MockOcp.Hosting;
using OcpConformance.MockOcp.World;
using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.World;

/// <summary>The mock as it runs alone, with the objects of fixtures/world.</summary>
internal static class WorldMock
{
    public static Task<MockSession> StartAsync() =>
        MockSession.StartAsync(options: new MockOptions { Password = MockSession.Password, World = WorldLoader.Load(Project.Contract) });
}
