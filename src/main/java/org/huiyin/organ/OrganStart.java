package org.huiyin.organ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.huiyin.engine.HuiyinMode;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Brings organs, officers and the engine's rights up to date before the first request is served and the first job runs.
 *
 * <p>Embedded, it loads the demo city 江城市. Otherwise there is no demo data: the first administrator comes from the environment,
 * the city's organs from the file named by {@code huiyin.organs.file}, in the format of {@code demo/organs.csv}.
 */
@Component
class OrganStart implements SmartInitializingSingleton {
    private static final String DEMO_CITY = "demo/organs.csv";

    private final OrganLoader loader;
    private final OrganMirror mirror;
    private final boolean demo;
    private final String file;
    private final AdministratorAccount administrator;

    OrganStart(
            OrganLoader loader,
            OrganMirror mirror,
            @Value("${huiyin.demo:false}") boolean demo,
            @Value("${huiyin.organs.file:}") String file,
            @Value("${huiyin.admin.id:}") String administratorId,
            @Value("${huiyin.admin.password:}") String administratorPassword) {
        this.loader = loader;
        this.mirror = mirror;
        this.demo = demo;
        this.file = file;
        this.administrator = new AdministratorAccount(administratorId, administratorPassword);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!demo) {
            mirror.firstAdministrator(administrator);
        }
        try {
            if (!file.isBlank()) {
                loader.load(file, Files.readAllBytes(Path.of(file)));
            } else if (demo) {
                loader.load(DEMO_CITY, new ClassPathResource(DEMO_CITY).getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new InvalidOrganFile("读不到机构文件 " + file + " (organ file cannot be read)");
        }
        Supplier<String> password = demo ? () -> HuiyinMode.DEMO_PASSWORD : OrganProcess::unknownPassword;
        mirror.run(password);
    }
}
