package org.huiyin.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /api/openapi.json says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String LOGIN = "staff";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("回音接口")
                        .version("v1")
                        .description("工作人员和其他系统用 HTTP Basic 登录，能看到和能做的以本人权限为限；"
                                + "“群众查询”一组凭信访编号和查询码，无需登录。"
                                + "出错时一律以 application/problem+json 用中文回答，errors 逐项说明有问题的字段。"))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }
}
