package org.huiyin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The one Spring context of all tests: real PostgreSQL, real web server on a free port, job executor off. Its connections do not
 * wait for the disk: what a crash would lose is nobody's. Tests of crashes and benchmarks open the database as the product does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.hikari.connection-init-sql=set synchronous_commit = off")
@ExtendWith({ResetTime.class, SetUpDesks.class})
public @interface HuiyinTest {}
