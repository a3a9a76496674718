// Claude egress of deployment eu.

// Denied on every port.
var denied = {
};

// Names and addresses, each with its port.
var planned = {
	// crash reports (disableEssentialTelemetry)
	"service-1.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-10.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-11.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-13.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-14.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-15.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-17.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-18.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-19.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-2.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-21.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-22.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-23.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-25.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-26.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-27.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-29.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-3.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-30.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-31.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-33.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-34.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-35.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-37.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-38.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-39.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-5.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-6.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-7.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-9.example.com:443": true
};

// Any depth below these, and not the names themselves.
var below = {
	// crash reports (disableEssentialTelemetry)
	"service-0.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-12.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-16.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-20.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-24.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-28.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-32.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-36.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-4.example.com:443": true,
	// crash reports (disableEssentialTelemetry)
	"service-8.example.com:443": true
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
		if (has(planned, name + ":" + port)) return "PROXY proxy.example.com:3128; PROXY proxy2.example.com:3128";
		var dot = name.indexOf(".");
		while (dot !== -1) {
			if (has(below, name.slice(dot + 1) + ":" + port)) return "PROXY proxy.example.com:3128; PROXY proxy2.example.com:3128";
			dot = name.indexOf(".", dot + 1);
		}
	}
	return "PROXY 127.0.0.1:9";
}
