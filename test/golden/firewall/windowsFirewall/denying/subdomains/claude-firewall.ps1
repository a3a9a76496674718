# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-8a53-89ce-6a9087732129}' = 'collector.github.com'
	'{e7603d43-9fe8-8cbb-826a-926c4254b650}' = 'copilot-telemetry.githubusercontent.com'
	'{e7603d43-9fe8-8093-8082-3ffe653e62c3}' = 'default.exp-tas.com'
	'{e7603d43-9fe8-8ca4-8fd2-1e39f3c3dc6d}' = 'telemetry.example.org'
	'{e7603d43-9fe8-8597-86c1-f96d72b8322e}' = '*.sentry.io'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 477afe97f6d71c4fc95eff06e7176776'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8a53-89ce-6a9087732129}'; Description = 'collector.github.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]' }
	@{ Name = 'pulumi-cowork eu 5250af68523758c2e1b47cb200409057'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8cbb-826a-926c4254b650}'; Description = 'copilot-telemetry.githubusercontent.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]' }
	@{ Name = 'pulumi-cowork eu d63260f45953948ae8dd88433ec65c56'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8093-8082-3ffe653e62c3}'; Description = 'default.exp-tas.com: GitHub Copilot, unnecessary with policy TelemetryLevel: off [docs.github.com, Copilot reference of autumn 2026]' }
	@{ Name = 'pulumi-cowork eu 114c331538f3da952b503772a9769142'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca4-8fd2-1e39f3c3dc6d}'; Description = 'telemetry.example.org: named by the deployment' }
	@{ Name = 'pulumi-cowork eu 4081890ffa0cf84eba462ab89ec65d74'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu d32a614a6e7108e09429c9f95687bc42'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)' }
)
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	$known = @{}
	foreach ($id in $ids) { $known[$id] = $true }
	foreach ($id in $keywords.Keys) {
		if (-not $known.ContainsKey($id)) {
			New-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null
		}
	}
	$wanted = @{}
	foreach ($rule in $rules) {
		$wanted[$rule.Name] = $true
		if (-not $names.ContainsKey($rule.Name)) {
			New-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null
		}
	}
	foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }
	foreach ($id in $ids) {
		if (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	}
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
