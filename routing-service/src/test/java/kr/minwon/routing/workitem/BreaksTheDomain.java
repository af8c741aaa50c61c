package kr.minwon.routing.workitem;

import org.bson.Document;
import org.springframework.http.HttpStatus;

/** Breaks a rule on purpose: the domain knows neither the store nor the web. */
class BreaksTheDomain {
    Document document() {
        return new Document();
    }

    HttpStatus status() {
        return HttpStatus.OK;
    }
}
