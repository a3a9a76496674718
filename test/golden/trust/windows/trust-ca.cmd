@echo off
rem Trusts a certificate on this machine. Usage, as administrator: trust-ca.cmd corp-ca.cer
if "%~1"=="" exit /b 2
certutil -f -addstore Root "%~1"
exit /b %errorlevel%
