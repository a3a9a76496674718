# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-8f30-832d-5d9275641caa}' = '*.xn--bcher-kva.example'
	'{e7603d43-9fe8-8120-8fc6-262bdc4675b7}' = '1.2.3.example.com'
	'{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}' = '__proto__.example.com'
	'{e7603d43-9fe8-8b76-8790-dbc921b1d09e}' = 'constructor.example.com'
	'{e7603d43-9fe8-81b8-849f-af439238d891}' = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com'
	'{e7603d43-9fe8-8ca0-8422-879e5946a875}' = 'my_host.example.com'
	'{e7603d43-9fe8-83c8-888c-738405f3f6f0}' = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.example.com'
	'{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}' = 'xn--bcher-kva.example'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu e94f1b33afb3a3e60341855ac59999d2'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu bed8a6c8f4b08a42651ac1adbe9f8e34'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f30-832d-5d9275641caa}'; Description = '*.xn--bcher-kva.example: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu e1a1ec75a40739e4daeb891450049a3b'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 1559a8e2098176cf52bfb75d12bac7c3'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8120-8fc6-262bdc4675b7}'; Description = '1.2.3.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu bf8ac6b8887fee135335dd69aa48ea6a'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ec52266d00ce02f202d3cfe6b982dd0e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bb4-863d-2b63b9da0ba1}'; Description = '__proto__.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 9db31dc321e23ba6e492c6cf6db139fc'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 018bfa2f0b6ba00d342976e509e26ddc'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b76-8790-dbc921b1d09e}'; Description = 'constructor.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 77e39c1200d60155ac08fb8da1d39a5e'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 514807a64ede4ea03822040076d5c0c9'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b8-849f-af439238d891}'; Description = 'lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 5f86e7390b02b3d6415ea4d83057f94f'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 7b8b5b6a75faf41d0b3b4f052314299a'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ca0-8422-879e5946a875}'; Description = 'my_host.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 06c4d3cbb85253a996c4e89095507033'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...' }
	@{ Name = 'pulumi-cowork eu aa99c1a323300a387563d60752f373ba'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83c8-888c-738405f3f6f0}'; Description = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.nnnnnnnnnnn...' }
	@{ Name = 'pulumi-cowork eu 4e0c771cb34a7e6c8abb2866b9d145a7'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ca24e5a9aade78a705bd8734bbf084fc'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8970-8ca6-b73eaf2630a6}'; Description = 'xn--bcher-kva.example: crash reports (disableEssentialTelemetry)' }
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
