"""Chromium without a window, driven through a pipe: for pages of ours, with every address of the network refused."""

import base64
import itertools
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WAIT = 30.0  # seconds for anything to happen
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name leads anywhere
    "--remote-debugging-pipe",
)


def require_chromium() -> str:
    """The program, or the test is passed over."""
    if PROGRAM is None:
        pytest.skip("no Chromium on this machine")
    return PROGRAM


class _Gone(Exception):
    """The page has just been left."""


class Browser:
    """A running browser with one page; `console` and `requests` are what the page said and asked for."""

    def __init__(self, folder: Path, scheme: str = "light") -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True, exist_ok=True)
        self.console: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []  # which the page has opened; each is agreed to
        self._numbers = itertools.count(1)
        self._rest = b""
        read_end, self._commands = os.pipe()
        self._answers, write_end = os.pipe()
        command = [require_chromium(), *_FLAGS, f"--user-data-dir={folder / 'profile'}"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{read_end} 4>&{write_end}', "chromium", *command],
            pass_fds=(read_end, write_end),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_end)
        os.close(write_end)
        os.set_blocking(self._answers, False)
        self._session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads))
        self.size(1440, 900)

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(WAIT)
        os.close(self._commands)
        os.close(self._answers)

    def size(self, width: int, height: int) -> None:
        """Give the page another size."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, file: Path) -> None:
        """Open a file and wait for it."""
        self.requests.clear()
        self.send("Page.navigate", url=file.as_uri())
        self.wait(f"location.href == {json.dumps(file.as_uri())} && document.readyState == 'complete'")

    def reload(self) -> None:
        """Load the page anew and wait for it."""
        self.run("window.before = true")
        self.send("Page.reload")
        self.wait("!window.before && document.readyState == 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        found = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"].get("exception", {}).get("description", found))
        return found["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until an expression is true in the page."""

        def true() -> bool:
            try:
                return bool(self.run(script))
            except _Gone:
                return False

        self._until(true, script)

    def click(self, selector: str) -> None:
        """Press the mouse on the first thing of that kind that can be seen."""
        x, y = self.run(
            f"""(() => {{
              const all = [...document.querySelectorAll({json.dumps(selector)})];
              const seen = all.find((each) => each.checkVisibility());
              seen.scrollIntoView({{ block: "center" }});
              const box = seen.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drag(self, x: float, y: float, right: float, down: float) -> None:
        """Drag from a place of the window."""
        for kind, part in (("mousePressed", 0), ("mouseMoved", 0.5), ("mouseMoved", 1), ("mouseReleased", 1)):
            place = {"x": x + right * part, "y": y + down * part}
            self.send("Input.dispatchMouseEvent", type=kind, button="left", buttons=1, clickCount=1, **place)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.send("Input.insertText", text=text)

    def key(self, key: str, code: int, modifiers: int = 0) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, modifiers=modifiers)

    def choose_file(self, selector: str, file: Path) -> None:
        """Put a file into a field for files."""
        node = self.send("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")
        self.send("DOM.setFileInputFiles", files=[str(file)], objectId=node["result"]["objectId"])

    def downloaded(self) -> Path:
        """The newest file that was saved, when it is whole."""
        found: list[Path] = []

        def there() -> bool:
            found[:] = sorted(self.downloads.iterdir(), key=lambda file: file.stat().st_mtime_ns)
            return bool(found) and not any(file.suffix == ".crdownload" for file in found)

        self._until(there, "a file was saved")
        return found[-1]

    def picture(self, file: Path, whole: bool = False) -> None:
        """A picture of the page as .png."""
        found = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(found["data"]))

    def printed(self, file: Path) -> None:
        """The page as it is printed, as .pdf."""
        file.write_bytes(base64.b64decode(self.send("Page.printToPDF", printBackground=True)["data"]))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command, and its answer."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            for answer in self._read():
                if answer.get("id") == number:
                    if "navigated" in answer.get("error", {}).get("message", ""):
                        raise _Gone
                    if "error" in answer:
                        raise AssertionError(f"{method}: {answer['error']}")
                    return dict(answer["result"])
            time.sleep(0.01)
        raise AssertionError(f"Chromium does not answer {method}")

    def _read(self) -> list[dict[str, Any]]:
        try:
            while part := os.read(self._answers, 1 << 20):
                self._rest += part
        except BlockingIOError:
            pass
        *whole, self._rest = self._rest.split(b"\0")
        found = [json.loads(each) for each in whole if each]
        for each in found:
            self._note(each.get("method", ""), each.get("params", {}))
        return found

    def _note(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.console.append(told["exceptionDetails"].get("exception", {}).get("description", "exception"))
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning", "assert"):
            self.console.append(str(told["args"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            self.console.append(told["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(told["type"])
            answer = {"id": 0, "method": "Page.handleJavaScriptDialog", "params": {"accept": True}}
            os.write(self._commands, json.dumps({**answer, "sessionId": self._session}).encode() + b"\0")

    @staticmethod
    def _until(true: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + WAIT
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"did not happen: {what}")
            time.sleep(0.02)
