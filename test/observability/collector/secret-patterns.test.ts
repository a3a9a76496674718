import { describe, expect, test } from "vitest";
import { mask } from "../../../src/observability/collector/secret-patterns.js";
import { outwardCommands } from "../../../src/observability/detections/outward-commands.js";
import { masked } from "./masked.js";

describe("the credential of a command is masked, and the command is still there", () => {
	test.each([
		["curl -u ada:s3cret https://example.com", "https://example.com"],
		["curl -sSu ada:s3cret https://example.com", "https://example.com"],
		["curl -uada:s3cret https://example.com", "https://example.com"],
		['curl -u "ada:s3cret and more" https://example.com', "https://example.com"],
		["curl https://example.com --user ada:s3cret", "curl https://example.com"],
		["curl --proxy-user=ada:s3cret https://example.com", "https://example.com"],
		["curl \\\n  -u ada:s3cret \\\n  https://example.com", "https://example.com"],
		["curl -H 'Authorization: token s3cret' https://example.com", "https://example.com"],
		["curl -H 'Authorization: s3cret' https://example.com", "https://example.com"],
		["sshpass -p s3cret ssh ada@host", "ssh ada@host"],
		["sshpass -ps3cret ssh ada@host", "ssh ada@host"],
		["sshpass -v -p 's3cret' ssh ada@host", "ssh ada@host"],
		["tool --password s3cret --force", "--force"],
		["tool --password=s3 --force", "--force"],
		['tool --password "s3cret and more" --force', "--force"],
		["tool --http-password=s3cret", "tool"],
		["tool --client-secret s3cret", "tool"],
		["tool --api-key s3cret", "tool"],
		["tool --auth-token s3cret", "tool"],
		["tool --pass s3cret", "tool"],
		["DB_PASS=s3cret ./run", "./run"],
		["PGPASSWORD=s3cret psql", "psql"],
		["STRIPE_SECRET_KEY=s3cret ./run", "./run"],
		["AccountKey=s3cret;EndpointSuffix=core.windows.net", "EndpointSuffix"],
		["openssl rsa -in key.pem -passin pass:s3cret", "openssl rsa -in key.pem"],
		["mysql -h db -u root -ps3cret shop", "shop"],
		["redis-cli -h db -a s3cret ping", "ping"],
		["docker login -u ada -p s3cret registry.example.com", "registry.example.com"],
		["az login --service-principal -u app -p s3cret", "az login"],
		["ldapsearch -x -D cn=ada -w s3cret", "ldapsearch -x -D cn=ada"],
		["smbclient -U ada%s3cret //host/share", "//host/share"],
		["DB_PASSWORD='a;b&s3cret' ./run", "./run"],
		['DB_PASSWORD="a,b s3cret" ./run', "./run"],
		["git push https://ada:s3cret@git.example.com/x main", "git push https://"],
		["git push https://0123456789abcdef-s3cret@git.example.com/x main", "git.example.com/x main"],
		[
			"azcopy copy ./x 'https://acme.blob.core.windows.net/c?sv=2024&sig=s3cret%3D'",
			"acme.blob.core.windows.net/c?sv=2024&sig=",
		],
		["curl 'https://acme.s3.amazonaws.com/x?X-Amz-Date=1&X-Amz-Signature=s3cret'", "X-Amz-Date=1&X-Amz-Signature="],
		["curl -d hello https://hooks.slack.com/services/T0/B0/s3cret", "https://hooks.slack.com/services/"],
		["curl -H 'Cookie: a=b; session=s3cret' https://example.com", "https://example.com"],
		["curl -b session=s3cret https://example.com", "https://example.com"],
		["twine upload -u __token__ -p s3cret dist/*", "twine upload -u __token__"],
		["twine upload --repository x pypi-AgEIcHlwaS5vcmcs3cret", "twine upload"],
		["vsce publish -p s3cret", "vsce publish"],
		["dotnet nuget push app.nupkg -k s3cret --skip-duplicate", "dotnet nuget push app.nupkg"],
		["Publish-Module -Name x -NuGetApiKey s3cret", "Publish-Module -Name x"],
		[
			"New-LocalUser ada -Password (ConvertTo-SecureString 's3cret and more' -AsPlainText -Force)",
			"-AsPlainText -Force",
		],
		["sqlcmd -S db -U sa -P s3cret -Q go", "-Q go"],
	])("%s", (command, left) => {
		for (const text of [command, JSON.stringify({ full_command: command })]) {
			expect(masked(text)).not.toMatch(/s3cret|=s3 | and more/);
			expect(masked(text)).toContain(mask);
			expect(masked(text)).toContain(left);
		}
	});

	test.each([
		"git push https://ada:s3cret@git.example.com/acme/x feature",
		"curl -u ada:s3cret -T dump.sql https://files.example.net/",
		"azcopy copy ./x 'https://acme.blob.core.windows.net/c?sig=s3cret%3D'",
		"twine upload -p s3cret dist/*",
	])("and a rule about commands still knows %s", (command) => {
		const found = JSON.stringify({ full_command: masked(command) });
		expect(outwardCommands.some((pattern) => new RegExp(pattern).test(found))).toBe(true);
	});

	test("also where arguments are a list", () => {
		const args = JSON.stringify({ args: ["--client-secret", "s3cret", "--force"] });
		expect(masked(args)).toBe('{"args":["--client-secret","<masked>","--force"]}');
		expect(masked(JSON.stringify({ input: args }))).not.toContain("s3cret");
	});
});

test.each([
	"curl -u ada https://example.com",
	"curl -XPUT https://example.com:8443/x",
	"curl -fsSL https://example.com:8443/x -o file",
	"docker login --password-stdin registry.example.com",
	"docker run -p 8080:80 app",
	"ssh -p 22 ada@host",
	"mkdir -p pass/word",
	"psql -h db -p 5432 -U ada",
	"git push origin main",
	"terraform apply -auto-approve",
	"12 tests pass: all of them",
	"https://example.com/@ada",
	"git clone ssh://git@github.com/acme/x",
	"curl -b cookies.txt https://example.com",
	"kubectl get secret app -o name",
	"aws secretsmanager get-secret-value --secret-id app",
	"gh-token list",
	"zip -r app.zip .",
])("%s is left as it is", (command) => {
	expect(masked(command)).toBe(command);
	expect(masked(JSON.stringify({ full_command: command }))).toBe(JSON.stringify({ full_command: command }));
});
