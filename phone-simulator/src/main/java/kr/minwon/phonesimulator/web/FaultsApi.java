package kr.minwon.phonesimulator.web;

import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Faults on demand, for tests. */
@RestController
@RequestMapping(path = "/api/faults", produces = "application/json")
class FaultsApi {

    private final FaultBoard board;

    FaultsApi(FaultBoard board) {
        this.board = board;
    }

    @GetMapping
    FaultsView show() {
        return FaultsView.of(board.current());
    }

    @PutMapping(consumes = "application/json")
    FaultsView put(@RequestBody String json) {
        board.set(FaultsForm.ofJson(json).toFaults());
        return show();
    }

    @DeleteMapping
    FaultsView reset() {
        board.set(Faults.NONE);
        return show();
    }
}
