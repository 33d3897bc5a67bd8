package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 联系单位 under the login of the webapps, beside the case file. */
@RestController
class ContactsPages {
    private final WebappLogin login;
    private final ContactsDesk desk;

    ContactsPages(WebappLogin login, ContactsDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    @GetMapping("/camunda/api/huiyin/petitions/{number}/contacts")
    ResponseEntity<ContactsPage> read(@PathVariable String number) {
        return unstored(desk.read(login.officer(), CaseDeskPages.petition(number)));
    }
}
