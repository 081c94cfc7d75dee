using OcpConformance.SelfTests.Support;

namespace OcpConformance.SelfTests.Mock;

public sealed class MessageLanguageTests
{
    private const string Ability = "/api/v2/ob/clusters/1001/backup/ability";
    private const string Unknown = "/api/v2/ob/clusters/77777/backup/ability";
    private const string Hint = "/data/obDataBackupSupportAbility/hint";
    private const string English = "No such object.";
    private const string Chinese = "对象不存在。";
    private MockSession mock = null!;

    [OneTimeSetUp]
    public async Task Start() => mock = await MockSession.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await mock.DisposeAsync();

    [TestCase("en-US", English)]
    [TestCase("zh-CN", Chinese)]
    [TestCase("zh", Chinese)]
    [TestCase("zh-cn;q=0.9, en;q=0.8", Chinese)]
    [TestCase("zh-CN;q=0.5, en-US", English)]
    [TestCase("fr, de;q=0.5", English)]
    [TestCase("zh-CN;q=0", English)]
    [TestCase("*", English)]
    [TestCase(";;,=", English)]
    public async Task Message_of_an_error_is_in_the_language_that_is_preferred(string accepted, string message) =>
        (await mock.GetAsync(Unknown, ("Accept-Language", accepted))).Message.Should().Be(message);

    [Test]
    public async Task Message_is_English_without_a_preference() => (await mock.GetAsync(Unknown)).Message.Should().Be(English);

    [Test]
    public async Task Hint_is_in_the_language_that_is_asked_for()
    {
        (await mock.GetAsync(Ability, ("Accept-Language", "zh-CN"))).At(Hint)!.Value.GetString().Should().Be("物理备份时，须先执行全量备份，才能执行增量备份。");
        (await mock.GetAsync(Ability, ("Accept-Language", "en-US"))).At(Hint)!.Value.GetString().Should().StartWith("During a physical backup");
    }

    [TestCase("unknown", Unknown, "/error/message")]
    [TestCase("success", Ability, Hint)]
    public async Task Fault_ignores_the_language(string outcome, string path, string pointer)
    {
        await using var faulty = await MockSession.StartAsync(MockSession.Fault(outcome, """{ "ignoresLanguage": true }"""));
        (await faulty.GetAsync(path, ("Accept-Language", "zh-CN"))).At(pointer)!.Value.GetString().Should().Be((await mock.GetAsync(path)).At(pointer)!.Value.GetString());
    }

    [Test]
    public void Text_for_a_place_that_the_body_lacks_is_refused()
    {
        using var contract = new TemporaryContract().WithStructure("""{ "title": "Sample", "type": "object" }""");
        contract.Write("fixtures/sample/query-sample/one.json", """
            {
              "title": "One",
              "origin": "composed",
              "request": { "path": { "id": 1 } },
              "answer": { "status": 200, "body": { "data": {} }, "languages": { "zh-CN": { "/data/hint": "提示" } } }
            }
            """);
        var load = () => Contract.Fixtures.FixtureLoader.Load(contract.Load());
        load.Should().Throw<Contract.Schemas.ContractException>().WithMessage("*one.json*/answer/languages/zh-CN*/data/hint*");
    }
}
