package kr.minwon.indexproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryShapesTests {
    private static final List<DeclaredIndex> DECLARED = List.of(
            DeclaredIndex.on("items", "office", "state", "-dueAt", "_id"),
            DeclaredIndex.unique("items", "number"),
            DeclaredIndex.sparse("items", "relayAt"),
            DeclaredIndex.uniqueSparse("items", "key"),
            DeclaredIndex.on("items", "words"));

    private final QueryShapes shapes = new QueryShapes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'items', filter: {_id: 'a'}}",
                "{find: 'items', filter: {_id: {$in: ['a', 'b']}, anything: 1}}",
                "{find: 'items', filter: {_id: {$gt: 'a'}}, sort: {_id: 1}}",
                "{find: 'items', filter: {_id: 'a', 'outbox.seq': {$gt: 3}}}",
                "{find: 'items', filter: {number: '12'}}",
                "{find: 'items', filter: {number: {$in: ['12', '13']}}}",
                "{find: 'items', filter: {number: '12', open: {$ne: true}}}",
                "{find: 'items', filter: {office: 'a'}}",
                "{find: 'items', filter: {office: 'a', state: {$gte: 'b', $lt: 'c'}}}",
                "{find: 'items', filter: {office: 'a', state: 'b', dueAt: {$lt: 3}}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {dueAt: -1, _id: 1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {dueAt: 1, _id: -1}}",
                "{find: 'items', filter: {office: 'a', state: 'b', dueAt: {$lt: 3}}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {office: 1, dueAt: -1}}",
                "{find: 'items', filter: {relayAt: {$gt: 0}}, sort: {relayAt: 1}}",
                "{find: 'items', filter: {relayAt: {$exists: true}}, sort: {relayAt: 1}}",
                "{find: 'items', filter: {key: 'k'}}",
                "{find: 'items', filter: {words: {$all: ['x', 'y']}}}",
                "{find: 'items', filter: {number: {$regex: '^26'}}}",
                "{find: 'items', filter: {$and: [{office: 'a'}, {state: 'b'}]}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {$or: [{number: '1'}, {key: 'k'}]}}",
                "{find: 'items', filter: {office: 'a', state: 'b',"
                        + " $or: [{dueAt: {$lt: 3}}, {dueAt: 3, _id: {$gt: 'x'}}]}, sort: {dueAt: -1, _id: 1}}",
                "{update: 'items', updates: [{q: {_id: 'a', version: 3}, u: {$inc: {version: 1}}}]}",
                "{delete: 'items', deletes: [{q: {number: '12'}, limit: 1}]}",
                "{findAndModify: 'items', query: {office: 'a', state: 'b'}, sort: {dueAt: -1}, update: {}}",
                "{aggregate: 'items', pipeline: [{$match: {relayAt: {$gt: 0}}}, {$group: {_id: 1, n: {$sum: 1}}}]}",
                "{aggregate: 'items', pipeline: [{$match: {office: 'a'}}, {$match: {state: 'b'}}, {$sort: {dueAt: -1}}]}",
                "{count: 'items', query: {relayAt: {$exists: true}}}",
                "{distinct: 'items', key: 'state', query: {office: 'a'}}",
                "{find: 'items', filter: {}, sort: {number: 1}, limit: 50}",
            })
    void servedByADeclaredIndex(String command) {
        send(command);

        assertThat(shapes.shapes()).isNotEmpty();
        assertThatNoException().isThrownBy(() -> shapes.assertServedBy(DECLARED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no index at all, or none that begins with the field
                "{find: 'items', filter: {}}",
                "{find: 'items', filter: {version: 3}}",
                "{find: 'items', filter: {state: 'b'}}",
                "{find: 'elsewhere', filter: {number: '12'}}",
                "{find: 'items', filter: {'number.part': '12'}}",
                // comparisons no index narrows
                "{find: 'items', filter: {_id: {$ne: 'a'}}}",
                "{find: 'items', filter: {number: {$ne: '12'}}}",
                "{find: 'items', filter: {number: {$nin: ['12']}}}",
                "{find: 'items', filter: {number: {$exists: false}}}",
                "{find: 'items', filter: {number: {$not: {$gt: 3}}}}",
                "{find: 'items', filter: {number: {$regex: '26'}}}",
                "{find: 'items', filter: {number: {$regex: '^26', $options: 'i'}}}",
                "{find: 'items', filter: {number: {$regularExpression: {pattern: '^26', options: 'i'}}}}",
                "{find: 'items', filter: {$where: 'true'}}",
                // a sparse index does not hold what lacks the field
                "{find: 'items', filter: {relayAt: null}}",
                "{find: 'items', filter: {relayAt: {$exists: false}}}",
                "{find: 'items', filter: {}, sort: {relayAt: 1}, limit: 1}",
                // a sort that is not the tail of the index
                "{find: 'items', filter: {office: 'a'}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {_id: 1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {dueAt: -1, _id: -1}}",
                "{find: 'items', filter: {office: 'a', state: 'b'}, sort: {dueAt: -1, _id: 1, number: 1}}",
                "{find: 'items', filter: {office: 'a', state: {$gt: 'b'}}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {office: 'a', state: {$in: ['b', 'c']}}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {number: {$gt: '1'}}, sort: {dueAt: -1}}",
                "{find: 'items', filter: {}, sort: {number: 1}}",
                "{find: 'items', filter: {version: 3}, sort: {number: 1}, limit: 50}",
                // one branch without an index
                "{find: 'items', filter: {$or: [{number: '1'}, {version: 3}]}}",
                "{find: 'items', filter: {$nor: [{number: '1'}]}}",
                // each kind of command is watched
                "{update: 'items', updates: [{q: {_id: 'a'}, u: {}}, {q: {version: 3}, u: {}}]}",
                "{delete: 'items', deletes: [{q: {version: 3}, limit: 0}]}",
                "{findAndModify: 'items', query: {state: 'b'}, update: {}}",
                "{aggregate: 'items', pipeline: [{$group: {_id: '$state'}}]}",
                "{aggregate: 'items', pipeline: [{$project: {number: 1}}, {$match: {number: '1'}}]}",
                "{aggregate: 'items', pipeline: [{$match: {number: '1'}},"
                        + " {$lookup: {from: 'others', localField: 'a', foreignField: 'b', as: 'c'}}]}",
                "{count: 'items', query: {}}",
                "{distinct: 'items', key: 'state', query: {}}",
            })
    void namesAShapeThatNoDeclaredIndexServes(String command) {
        send(command);

        assertThat(shapes.unserved(DECLARED)).hasSize(1);
        assertThatThrownBy(() -> shapes.assertServedBy(DECLARED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no declared index serves");
    }

    @Test
    void commandsThatDifferOnlyInValuesHaveOneShape() {
        send("{find: 'items', filter: {number: '1'}, projection: {title: 1}}");
        send("{find: 'items', filter: {number: '2'}, projection: {title: 1}}");
        send("{find: 'items', filter: {number: '2'}, projection: {title: 1, body: 1}}");

        assertThat(shapes.shapes()).hasSize(2);
        assertThat(shapes.shapes()).extracting(QueryShape::toString).anyMatch(text -> text.contains("reading [title]"));
    }

    @Test
    void seesTheIndexesThatAreCreated() {
        send("{createIndexes: 'items', indexes: [{key: {office: 1, dueAt: -1}, name: 'a'},"
                + " {key: {number: 1}, name: 'b', unique: true, sparse: true}]}");
        send("{find: 'items', filter: {office: 'a'}, sort: {dueAt: -1}}");

        assertThat(shapes.createdIndexes())
                .containsExactlyInAnyOrder(
                        DeclaredIndex.on("items", "office", "-dueAt"), DeclaredIndex.uniqueSparse("items", "number"));
        assertThatNoException().isThrownBy(shapes::assertServed);

        send("{find: 'items', filter: {office: 'a'}, sort: {title: 1}}");
        assertThatThrownBy(shapes::assertServed).hasMessageContaining("title");
    }

    @Test
    void countsWriteCommandsAndWhatTheyWrite() {
        send("{insert: 'items', documents: [{_id: 'a'}]}");
        WriteCount mark = shapes.writes();
        send("{update: 'items', updates: [{q: {_id: 'a'}, u: {}}, {q: {_id: 'b'}, u: {}}, {q: {_id: 'c'}, u: {}}]}");
        send("{findAndModify: 'others', query: {_id: 'a'}, update: {}}");
        send("{delete: 'items', deletes: [{q: {_id: 'a'}, limit: 1}]}");
        send("{find: 'items', filter: {_id: 'a'}}");

        assertThat(shapes.writes()).isEqualTo(new WriteCount(4, 6));
        assertThat(shapes.writes().since(mark)).isEqualTo(new WriteCount(3, 5));
        assertThat(shapes.writes("others")).isEqualTo(new WriteCount(1, 1));

        shapes.resetWrites();
        assertThat(shapes.writes()).isEqualTo(new WriteCount(0, 0));
        assertThat(shapes.shapes()).isNotEmpty();
    }

    @Test
    void countsAClientLevelBulkWriteByItsOperations() {
        send(
                "{bulkWrite: 1, ops: [{insert: 0, document: {_id: 'a'}}, {update: 1, filter: {version: 1}, updateMods: {}}],"
                        + " nsInfo: [{ns: 'test.items'}, {ns: 'test.others'}]}");

        assertThat(shapes.writes()).isEqualTo(new WriteCount(1, 2));
        assertThat(shapes.unserved(DECLARED)).extracting(QueryShape::collection).containsExactly("others");
    }

    @Test
    void forgetsTheShapesOfASetUp() {
        send("{find: 'items', filter: {version: 1}}");
        shapes.forgetShapes();

        assertThat(shapes.unserved(DECLARED)).isEmpty();
    }

    private void send(String json) {
        BsonDocument command = BsonDocument.parse(json);
        var connection = new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        shapes.commandStarted(new CommandStartedEvent(null, 1, 1, connection, "test", command.getFirstKey(), command));
    }
}
