// Claude egress of deployment eu.

// Denied on every port.
var denied = {
	// denied: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]
	"collector.github.com": true,
	// denied: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]
	"copilot-telemetry.githubusercontent.com": true,
	// denied: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]
	"default.exp-tas.com": true,
	// denied: named by the deployment
	"telemetry.example.org": true
};

// Names and addresses, each with its port.
var planned = {
	// crash reports (disableEssentialTelemetry)
	"1.2.3.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"__proto__.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"constructor.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"my_host.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"xn--bcher-kva.example:443": true
};

// Any depth below these, and not the names themselves.
var below = {
	// crash reports (disableEssentialTelemetry)
	"xn--bcher-kva.example:443": true
};

function has(table, name) {
	return Object.prototype.hasOwnProperty.call(table, name);
}

function portOf(url) {
	var parts = /^([a-z]+):\/\/(?:[^\/?#]*@)?(?:\[[^\]]*\]|[^\/?#:@]*)(?::(\d+))?(?:[\/?#]|$)/.exec(url.toLowerCase());
	if (!parts) return "";
	if (parts[2]) return parts[2];
	if (parts[1] === "https" || parts[1] === "wss") return "443";
	return parts[1] === "http" || parts[1] === "ws" ? "80" : "";
}

function FindProxyForURL(url, host) {
	var name = host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
	var port = portOf(url);
	if (!has(denied, name) && port !== "") {
		if (has(planned, name + ":" + port)) return "DIRECT";
		var dot = name.indexOf(".");
		while (dot !== -1) {
			if (has(below, name.slice(dot + 1) + ":" + port)) return "DIRECT";
			dot = name.indexOf(".", dot + 1);
		}
	}
	return "PROXY 127.0.0.1:9";
}
