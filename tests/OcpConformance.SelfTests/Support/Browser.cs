using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace OcpConformance.SelfTests.Support;

/// <summary>Chromium without a window, that reaches nothing but the files it is given.</summary>
internal sealed class Browser : IDisposable
{
    private readonly string profile;
    private readonly string folder;
    private readonly ChromeDriver driver;

    private Browser(string program, string driverProgram, string language)
    {
        profile = Directory.CreateTempSubdirectory("ocp-conformance-profile-").FullName;
        folder = Directory.CreateTempSubdirectory("ocp-conformance-pages-").FullName;
        var options = new ChromeOptions { BinaryLocation = program };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,900", $"--user-data-dir={profile}");
        options.AddUserProfilePreference("intl.accept_languages", language);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference(LogType.Performance, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driverProgram)!, Path.GetFileName(driverProgram));
        service.SuppressInitialDiagnosticInformation = true;
        driver = new ChromeDriver(service, options, TimeSpan.FromMinutes(3));
    }

    /// <summary>Starts the browser, or ends the test as ignored where there is none.</summary>
    public static Browser Start(string language = "en-US")
    {
        if (Find("chromium", "chromium-browser", "google-chrome") is { } program && Find("chromedriver") is { } driver)
        {
            return new Browser(program, driver, language);
        }

        Assert.Ignore("The HTML report was not opened in a browser: install chromium and chromedriver, on Debian with 'apt-get install chromium chromium-driver'.");
        throw new InvalidOperationException("An ignored test does not go on.");
    }

    /// <summary>Opens a page that is a file.</summary>
    /// <param name="content">The page.</param>
    /// <param name="address">What follows the path in its address.</param>
    public void Open(byte[] content, string address = "")
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.html");
        File.WriteAllBytes(file, content);
        driver.Navigate().GoToUrl(new Uri(file).AbsoluteUri + address);
    }

    /// <summary>What a script returns.</summary>
    public T Run<T>(string script, params object[] arguments) => (T)driver.ExecuteScript(script, arguments)!;

    /// <summary>The text that is seen in the first element of a selector.</summary>
    public string TextOf(string selector) => Element(selector).Text;

    /// <summary>The elements of a selector that are seen.</summary>
    public int CountOf(string selector) => driver.FindElements(By.CssSelector(selector)).Count(element => element.Displayed);

    /// <summary>Presses keys, wherever the focus is.</summary>
    public void Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            driver.SwitchTo().ActiveElement().SendKeys(key);
        }
    }

    /// <summary>Clicks on the first element of a selector, which is brought into view.</summary>
    public void Click(string selector) => Run<object?>("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); arguments[0].click();", Element(selector));

    /// <summary>Waits until a script returns true.</summary>
    public async Task WaitForAsync(string condition)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!Run<bool>($"return {condition}"))
        {
            TimeProvider.System.GetElapsedTime(begun).Should().BeLessThan(TimeSpan.FromSeconds(20), "the page comes to {0}", condition);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>Tells the page what the user prefers, like <c>prefers-color-scheme</c>, or the medium.</summary>
    public void Emulate(string medium, string feature, string value) => driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
    {
        ["media"] = medium,
        ["features"] = new[] { new Dictionary<string, object> { ["name"] = feature, ["value"] = value } },
    });

    /// <summary>Allows or forbids scripts.</summary>
    public void Scripts(bool allowed) =>
        driver.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new Dictionary<string, object?> { ["value"] = !allowed });

    /// <summary>Makes the window as narrow as a telephone, or 1280 pixels wide again.</summary>
    public void Width(int pixels) => driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
    {
        ["width"] = pixels,
        ["height"] = 900,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    /// <summary>What the page reported to the console since it was last asked.</summary>
    public IReadOnlyList<string> Console() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>The addresses that opened pages asked for since it was last asked.</summary>
    public IReadOnlyList<string> Requested() =>
        [.. driver.Manage().Logs.GetLog(LogType.Performance)
            .Select(entry => JsonSerializer.Deserialize<JsonElement>(entry.Message).GetProperty("message"))
            .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            .Select(message => message.GetProperty("params"))
            .Where(request => request.GetProperty("documentURL").GetString()!.StartsWith("file:", StringComparison.Ordinal))
            .Select(request => request.GetProperty("request").GetProperty("url").GetString()!)];

    /// <inheritdoc />
    public void Dispose()
    {
        driver.Quit();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(profile, recursive: true);
    }

    private IWebElement Element(string selector) => driver.FindElement(By.CssSelector(selector));

    private static string? Find(params string[] programs) => programs
        .SelectMany(program => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)))
        .FirstOrDefault(File.Exists);
}
