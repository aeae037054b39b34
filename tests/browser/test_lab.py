"""The workbook in a real browser: the explorer in JupyterLab, and the pages as a reader without a network sees them."""
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from minzheng.panel.dataset import build_dataset
from minzheng.publish.reports import run_report

pytestmark = pytest.mark.browser
BULLETINS = Path(__file__).parents[1] / "publish" / "bulletins"
READY = """() => {
    const panel = window.jupyterapp?.shell?.currentWidget, kernel = panel?.sessionContext?.session?.kernel;
    return !!(panel?.context?.isReady && panel?.sessionContext?.isReady && kernel
              && kernel.connectionStatus === 'connected' && kernel.status === 'idle');
}"""
RUN_ALL = "() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"
PATIENCE = 120_000      # ms; a loaded machine is slow, not wrong


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"),
                                         args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    run_report(BULLETINS, folder, region="620000", year=2021)
    return folder


@contextmanager
def lab(root: Path, home: Path):
    """A JupyterLab over `root` with settings of its own; gives its address."""
    settings = home / "config/lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    folders = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime",
               "IPYTHONDIR": "ipython", "MPLCONFIGDIR": "matplotlib"}
    port, address = free_port(), None
    command = [str(Path(sys.executable).with_name("jupyter")), "lab", "--allow-root", "--no-browser", "--ip=127.0.0.1",
               f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=t",
               f"--ServerApp.root_dir={root}", "--LabApp.expose_app_in_browser=True"]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=os.environ | {name: str(home / one) for name, one in folders.items()},
                                  stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api/status?token=t", server)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, server):
    for _ in range(600):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    pytest.fail("JupyterLab did not answer")


def choose(page, place: int, label: str):
    """Choose in one of the three lists: region, indicator, year."""
    page.locator(".widget-dropdown select").nth(place).select_option(label=label)


@contextmanager
def opened(browser, root: Path, tmp_path: Path, name: str, parameter: str, value: Path):
    """A notebook of the workbook with one parameter set, opened in JupyterLab and run; gives its page."""
    folder = tmp_path / "lab"
    folder.mkdir()
    source = (root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
    blank = rf'{parameter} = \"\"'
    assert blank in source
    (folder / f"{name}.ipynb").write_text(source.replace(blank, rf'{parameter} = \"{value}\"'), encoding="utf-8")
    with lab(folder, tmp_path / "home") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 1400})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/lab/tree/{name}.ipynb?token=t")
        page.locator(".jp-NotebookPanel").wait_for()
        page.wait_for_function(READY)
        page.evaluate(RUN_ALL)
        yield page
        assert page.locator(".jp-OutputArea-output", has_text="Traceback").count() == 0
        page.close()


def test_choosing_a_region_and_a_figure_shows_its_sentence(browser, root, tmp_path):
    build_dataset([BULLETINS], tmp_path / "dataset")
    with opened(browser, root, tmp_path, "50_explore", "data", tmp_path / "dataset") as page:
        page.locator(".widget-dropdown select").first.wait_for()
        choose(page, 0, "青海省")
        page.locator('img[alt^="青海省："]').wait_for()
        choose(page, 1, "城市低保平均标准（2）")
        page.locator(".widget-select select").select_option(label="2021年 增幅 +4.5%（实绩）")
        page.locator("mark", has_text="4.5%").first.wait_for()
        assert page.locator("mark", has_text="4.5%").count() == 2        # in the decoded sentence and in the raw text
        assert "青海省民政厅2021年工作通报（qinghai_2021.txt，" in page.locator(".widget-vbox").inner_text()


def test_the_proof_sheet_marks_the_figures_in_the_lab(browser, root, tmp_path):
    with opened(browser, root, tmp_path, "20_observations", "source", BULLETINS / "qinghai_2021.txt") as page:
        page.locator(".proof .text .in.sure").first.wait_for()
        assert page.locator(".proof .text .in:not(.passed)").all_inner_texts() == ["640元/月1", "4.5%2", "4.1万对3"]     # with their numbers
        assert page.locator(".proof .text .in.passed", has_text="2022").get_attribute("title") == "网页页眉"
        assert page.locator(".proof td.told mark").all_inner_texts() == ["640元/月", "4.5%", "4.1万对"]


def test_pages_ask_for_nothing_and_fit_a_phone(browser, out):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for path in (out / "index.html", *sorted((out / "reports").rglob("*.html"))):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), path.name
        page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth > 0)")       # a busy machine decodes them late
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    page.close()


def test_the_index_leads_to_a_report_and_back(browser, out):
    page = browser.new_page()
    page.goto((out / "index.html").as_uri())
    page.get_by_role("link", name="逐年增长").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "甘肃省民政数据逐年增长"
    page.get_by_role("link", name="全部报告").click()
    assert page.get_by_role("heading", level=1).inner_text() == "民政数据报告"
    page.close()
