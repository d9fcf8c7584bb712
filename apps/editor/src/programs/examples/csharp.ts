// The call in C#: HttpClient and a raw text (C# 11, .NET 7 or later).
import { comment, indented, jsonOf, KEY_VARIABLE, lines, WAIT, type ExampleCall } from './example';

export function csharpOf(call: ExampleCall): string {
  return lines(
    comment('//', call.comments.key),
    `using System.Net.Http.Headers;`,
    `using System.Text;`,
    ``,
    `using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };`,
    `using var request = new HttpRequestMessage(HttpMethod.Post, ${JSON.stringify(call.url)});`,
    `request.Headers.Authorization = new AuthenticationHeaderValue(`,
    `    "Bearer", Environment.GetEnvironmentVariable("${KEY_VARIABLE}"));`,
    comment('//', call.comments.again),
    `request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());`,
    call.waits && `request.Headers.Add("Prefer", "${WAIT}");`,
    // Three quotes: JSON never has more than two in a row.
    `var body = """`,
    `    ${indented(jsonOf(call), 4)}`,
    `    """;`,
    `request.Content = new StringContent(body, Encoding.UTF8, "application/json");`,
    `using var answer = await client.SendAsync(request);`,
    `Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");`,
  );
}
