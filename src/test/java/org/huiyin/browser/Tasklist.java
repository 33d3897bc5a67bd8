package org.huiyin.browser;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.testkit.Time;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Tasklist as one officer uses it. */
final class Tasklist extends Screen {
    private static final String ADDRESS = "/camunda/app/tasklist/default/";
    private static final By LISTS = By.cssSelector(".task-filters .item");
    private static final By TASK = By.cssSelector(".task-card");

    private static final String LOGIN = """
            const [app, officer, password, done] = arguments;
            fetch('/camunda/api/admin/auth/user/default/login/' + app, {
                method: 'POST',
                headers: { 'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1] },
                body: new URLSearchParams({ username: officer, password })
            }).then((answer) => done(answer.status), (failed) => done(String(failed)));
            """;

    private String started = "none";

    Tasklist(int port, Chromium browser) {
        super(port, browser);
    }

    static Tasklist of(int port, String officer) {
        Tasklist tasklist = new Tasklist(port, Chromium.take());
        tasklist.enter("tasklist", officer);
        tasklist.open(ADDRESS);
        tasklist.see(LISTS);
        return tasklist;
    }

    /** Logged in: name and password go the way of the login page of this web application, which is not drawn for it. */
    void enter(String app, String officer) {
        open("/camunda/app/huiyin/brand.css"); // the least there is behind the filters that give the token
        Object status = answer(LOGIN, app, officer, HuiyinMode.DEMO_PASSWORD);
        if (!Long.valueOf(200).equals(status)) {
            throw new AssertionError("login of " + officer + ": " + status);
        }
    }

    /** Before the login page. */
    static Tasklist atItsDoor(int port) {
        Tasklist tasklist = new Tasklist(port, Chromium.take());
        tasklist.open(ADDRESS);
        return tasklist;
    }

    /** At the login page, at first or when it has come by itself. */
    void logIn(String officer) {
        see(By.cssSelector("input[type=password]"));
        type(By.cssSelector("input[type=text]"), officer);
        type(By.cssSelector("input[type=password]"), HuiyinMode.DEMO_PASSWORD);
        click(By.cssSelector("button[type=submit]"));
        see(LISTS);
    }

    void list(String name) {
        click(By.xpath("//*[contains(@class,'task-filters')]//a[contains(normalize-space(),'" + name + "')]"));
        see(By.xpath(
                "//*[contains(@class,'task-filters')]//*[contains(@class,'active')]//a[contains(.,'" + name + "')]"));
    }

    /** Starts the one process an officer may start, and waits until its first task is in his list. */
    void receive(String channel) {
        List<String> before = openTasks();
        click(By.partialLinkText("启动流程"));
        click(By.cssSelector("ul.processes a"));
        mark(channel);
        click(By.cssSelector(".modal-footer .btn-primary"));
        gone(By.cssSelector(".modal-footer"));
        started = openTasks().stream()
                .filter(task -> !before.contains(task))
                .findFirst()
                .orElseThrow();
    }

    /** The tasks this officer may see, as the engine says: a list shows the first few of them only. */
    @SuppressWarnings("unchecked")
    private List<String> openTasks() {
        return (List<String>) Objects.requireNonNull(script("""
                return fetch('/camunda/api/engine/engine/default/task?maxResults=10000',
                        { credentials: 'same-origin', headers: { Accept: 'application/json' } })
                    .then(answer => answer.json()).then(tasks => tasks.map(task => task.id))"""));
    }

    /** Opens the first task of what was just received, though drafts that others left may fill the list; returns its number. */
    String task(String name) {
        openTask(started, name);
        return shown(name);
    }

    /** Opens the task of this petition beside the list that is shown: what other tests left may fill its first pages. */
    void task(String name, String number) {
        openTask(
                await().withMessage(() -> "no open task " + name + " of " + number)
                        .until(browser -> script("""
                                return fetch('/camunda/api/engine/engine/default/task?name='
                                        + encodeURIComponent(arguments[0])
                                        + '&processInstanceBusinessKey=' + arguments[1],
                                        { credentials: 'same-origin', headers: { Accept: 'application/json' } })
                                    .then(answer => answer.json()).then(tasks => tasks[0]?.id)""", name, number))
                        .toString(),
                name);
    }

    /** By its address, wherever it stands in the list that is shown. */
    void openTask(String task, String name) {
        script("""
                const place = new URLSearchParams(location.hash.split('?')[1] ?? '');
                place.set('task', arguments[0]);
                location.hash = '#/?' + place""", task);
        shown(name);
    }

    String shown(String name) {
        see(By.xpath("//h2[contains(@class,'task')][normalize-space()='" + name + "']"));
        see(By.cssSelector(".fjs-container .fjs-form-field"));
        return read(By.cssSelector("#huiyin-case .huiyin-number"));
    }

    void claim() {
        click(By.cssSelector("button.claim"));
        gone(By.cssSelector("button.claim"));
        see(By.xpath("//button[normalize-space()='交回本组']"));
    }

    /** As a date field is typed into. */
    static String today() {
        return DateTimeFormatter.ofPattern("uuuu/MM/dd").format(Time.today());
    }

    void write(String label, String words) {
        WebElement field = input(label);
        field.clear();
        field.sendKeys(words, Keys.TAB);
    }

    /** What stands in a field that is typed into. */
    String value(String label) {
        return String.valueOf(input(label).getDomProperty("value"));
    }

    boolean isMarked(String option) {
        return choice(option).isSelected();
    }

    /** A radio button or a checkbox by its label. */
    WebElement choice(String option) {
        WebElement label =
                see(By.xpath("//*[contains(@class,'fjs-container')]//label[normalize-space()='" + option + "']"));
        return (WebElement) Objects.requireNonNull(script("return arguments[0].control", label));
    }

    /** A field that is typed into, by its label. */
    WebElement input(String label) {
        return see(By.xpath(field(label) + "//*[self::input or self::textarea]"));
    }

    /** A radio button or a checkbox. */
    void mark(String option) {
        click(By.xpath("//*[contains(@class,'fjs-container')]//label[normalize-space()='" + option + "']"));
    }

    void choose(String label, String option) {
        click(By.xpath(field(label) + "//*[contains(@class,'fjs-input-group')]"));
        By item = By.xpath("//*[contains(@class,'fjs-dropdownlist-item')][normalize-space()='" + option + "']");
        script("arguments[0].closest('.three-cols-layout-cell').scrollTop = 100000", see(item));
        script("arguments[0].scrollIntoView({block: 'nearest'})", see(item));
        click(item);
    }

    /** Types a part of the name into a list that can be searched, and takes the only one left. */
    void find(String label, String part, String option) {
        click(By.xpath(field(label) + "//*[contains(@class,'fjs-input-group')]"));
        see(By.xpath(field(label) + "//input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), part);
        By items = By.cssSelector(".fjs-dropdownlist-item");
        await().withMessage(() -> part + " does not lead to one option")
                .until(browser -> all(items).size() == 1 && read(items).equals(option));
        click(items);
    }

    /** Adds one choice to a list of several. */
    void add(String label, String option) {
        click(By.xpath(field(label) + "//input"));
        click(By.xpath("//*[contains(@class,'fjs-dropdownlist-item')][normalize-space()='" + option + "']"));
        see(By.xpath(field(label) + "//*[contains(@class,'fjs-taglist-tag')][contains(.,'" + option + "')]"));
    }

    /** Clicks 完成 and waits until the task is gone. */
    void complete() {
        send();
        await().withMessage(() -> "refused: " + notifications())
                .until(ExpectedConditions.invisibilityOfElementLocated(TASK));
    }

    void send() {
        click(By.xpath("//div[contains(@class,'form-actions')]//button[normalize-space()='完成']"));
    }

    String notifications() {
        return all(By.cssSelector(".page-notifications")).stream()
                .map(WebElement::getText)
                .reduce("", String::concat);
    }

    /** Its sections come one after the other. */
    void seeInPanel(String... words) {
        for (String said : words) {
            await().withMessage(() -> "\"" + said + "\" in the case file:\n" + panel())
                    .until(page -> panel().contains(said));
        }
    }

    String panel() {
        return read(By.id("huiyin-case"));
    }

    private static String field(String label) {
        return "//*[contains(@class,'fjs-form-field')][.//label[normalize-space()='" + label
                + "' or normalize-space()='" + label + "*']]";
    }
}
