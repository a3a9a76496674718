/** Companies and projects behind hosts that no deployment names itself, by the domains that they run. */
const domains: Readonly<Record<string, readonly string[]>> = {
	"Amazon Web Services": ["amazonaws.com", "amazonaws.com.cn", "api.aws", "awsapps.com", "amazoncognito.com"],
	Brave: ["brave.com"],
	Canonical: ["ubuntu.com"],
	Cloudflare: ["cloudflare.com"],
	Datadog: [
		"datadoghq.com",
		"datadoghq.eu",
		"browser-intake-ap1-datadoghq.com",
		"browser-intake-ap2-datadoghq.com",
		"browser-intake-datadoghq.com",
		"browser-intake-datadoghq.eu",
		"browser-intake-ddog-gov.com",
		"browser-intake-us3-datadoghq.com",
		"browser-intake-us5-datadoghq.com",
	],
	Exa: ["exa.ai"],
	GitHub: ["github.com", "githubusercontent.com"],
	Google: ["cloud.google", "google.com", "googleapis.com", "googleusercontent.com", "gstatic.com", "gvt1.com"],
	Microsoft: [
		"azure.com",
		"azure.us",
		"microsoft.com",
		"microsoft.us",
		"microsoftonline.com",
		"microsoftonline.us",
		"playwright.dev",
		"windows.net",
	],
	Sentry: ["sentry.io"],
	Tavily: ["tavily.com"],
	jsDelivr: ["jsdelivr.net"],
	npm: ["npmjs.com", "npmjs.org"],
	"the Python Software Foundation": ["pypi.org", "pythonhosted.org"],
	"the Rust project": ["crates.io"],
	"the Yarn project": ["yarnpkg.com"],
};

const companies = new Map(
	Object.entries(domains).flatMap(([company, of]) => of.map((domain): [string, string] => [domain, company])),
);

/** Who runs a host of a vendor's own; undefined where its name does not tell. Customers of a cloud have names below its too. */
export function companyOf(host: string): string | undefined {
	const company = companies.get(host);
	const dot = host.indexOf(".");
	return company === undefined && dot !== -1 ? companyOf(host.slice(dot + 1)) : company;
}
