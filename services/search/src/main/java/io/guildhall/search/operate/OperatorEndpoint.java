package io.guildhall.search.operate;

import io.grpc.Status;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.BindReply;
import io.guildhall.model.rpc.BindRequest;
import io.guildhall.model.rpc.CellsReply;
import io.guildhall.model.rpc.CellsRequest;
import io.guildhall.model.rpc.CheckReply;
import io.guildhall.model.rpc.CheckRequest;
import io.guildhall.model.rpc.DrainReply;
import io.guildhall.model.rpc.DrainRequest;
import io.guildhall.model.rpc.DropReply;
import io.guildhall.model.rpc.DropRequest;
import io.guildhall.model.rpc.HomeState;
import io.guildhall.model.rpc.MutinySearchOperatorGrpc;
import io.guildhall.model.rpc.ReindexReply;
import io.guildhall.model.rpc.ReindexRequest;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.NoCellException;
import io.guildhall.search.home.Home;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What operators ask for, over gRPC. */
@GrpcService
public class OperatorEndpoint extends MutinySearchOperatorGrpc.SearchOperatorImplBase {
    private final Operator operator;
    private final CellReport report;

    OperatorEndpoint(Operator operator, CellReport report) {
        this.operator = operator;
        this.report = report;
    }

    @Override
    @RunOnVirtualThread
    public Uni<CellsReply> cells(CellsRequest request) {
        return answer(() -> CellsReply.newBuilder().addAllCells(report.all()).build());
    }

    @Override
    @RunOnVirtualThread
    public Uni<BindReply> bind(BindRequest request) {
        return answer(() -> BindReply.newBuilder()
                .setHome(state(operator.bind(
                        home(request.getHome()), Optional.of(request.getCell()).filter(cell -> !cell.isEmpty()))))
                .build());
    }

    @Override
    @RunOnVirtualThread
    public Uni<ReindexReply> reindex(ReindexRequest request) {
        return answer(() -> ReindexReply.newBuilder()
                .setHome(state(operator.reindex(home(request.getHome()))))
                .build());
    }

    @Override
    @RunOnVirtualThread
    public Uni<DropReply> drop(DropRequest request) {
        return answer(() -> {
            operator.drop(home(request.getHome()));
            return DropReply.getDefaultInstance();
        });
    }

    @Override
    @RunOnVirtualThread
    public Uni<DrainReply> drain(DrainRequest request) {
        return answer(() -> DrainReply.newBuilder()
                .setHomes(report.drain(request.getCell(), !request.getUndo()))
                .build());
    }

    @Override
    @RunOnVirtualThread
    public Uni<CheckReply> check(CheckRequest request) {
        return answer(() -> {
            Operator.Checked checked = operator.check(home(request.getHome()));
            return CheckReply.newBuilder()
                    .setHome(state(checked.binding(), checked.indexed()))
                    .setStored(checked.stored())
                    .setRepaired(checked.repaired())
                    .build();
        });
    }

    private HomeState state(Binding binding) {
        return state(binding, operator.documents(binding));
    }

    private static HomeState state(Binding binding, long documents) {
        return HomeState.newBuilder()
                .setHome(binding.home().key())
                .setCell(binding.destination().cell())
                .setIndex(binding.destination().index())
                .setComplete(binding.complete())
                .setDocuments(documents)
                .build();
    }

    private static Home home(ActorKey key) {
        if (!MessageFact.isHome(key)) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("a guild or a private channel is needed")
                    .asRuntimeException();
        }
        return Home.of(key);
    }

    private static <T> Uni<T> answer(Supplier<T> work) {
        try {
            return Uni.createFrom().item(work.get());
        } catch (NoCellException none) {
            throw Status.FAILED_PRECONDITION.withDescription(none.getMessage()).asRuntimeException();
        } catch (UncheckedIOException away) {
            throw Status.UNAVAILABLE.withDescription("a cell does not answer").asRuntimeException();
        }
    }
}
