package org.huiyin;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** 回音: every matter gets an answer (事事有回音、件件有着落). */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class HuiyinApplication {
    public static void main(String[] args) {
        // statutory days are days in Beijing time, whatever the machine says
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(HuiyinApplication.class, args);
    }
}
